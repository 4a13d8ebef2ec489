"""Particles spelt wrong.

Source: saraban.md sections 10.7 (C19) and 11.1 (B S46), completed from general knowledge (K).
"""

from __future__ import annotations

PARTICLES = {
    "นะค่ะ": "นะคะ",
    "ไหมค่ะ": "ไหมคะ",
    "หรือไม่ค่ะ": "หรือไม่คะ",
    "หรือยังค่ะ": "หรือยังคะ",
    "หรือเปล่าค่ะ": "หรือเปล่าคะ",
    "ค๊ะ": "คะ",
    "นะครัช": "นะครับ",
    "นะคับ": "นะครับ",
    "น๊ะ": "นะ",
    "จร้า": "จ้า",
}
