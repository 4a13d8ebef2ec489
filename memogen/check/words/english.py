"""English words of office talk, in small letters, with their Thai ones.

Source: saraban.md sections 10.4 (B25) and 11.2, completed from general knowledge (K).
"""

from __future__ import annotations

from collections.abc import Mapping

THAI: Mapping[str, str] = {
    "meeting": "การประชุม",
    "workshop": "การประชุมเชิงปฏิบัติการ",
    "seminar": "การสัมมนา",
    "training": "การฝึกอบรม",
    "online": "ออนไลน์",
    "onsite": "ณ สถานที่จัดงาน",
    "on-site": "ณ สถานที่จัดงาน",
    "download": "ดาวน์โหลด",
    "upload": "อัปโหลด",
    "update": "ปรับปรุงให้เป็นปัจจุบัน",
    "e-mail": "ไปรษณีย์อิเล็กทรอนิกส์",
    "email": "ไปรษณีย์อิเล็กทรอนิกส์",
    "website": "เว็บไซต์",
    "link": "ลิงก์",
    "file": "แฟ้มข้อมูล",
    "project": "โครงการ",
    "report": "รายงาน",
    "budget": "งบประมาณ",
    "deadline": "กำหนดส่ง",
    "confirm": "ยืนยัน",
    "feedback": "ข้อคิดเห็น",
    "present": "นำเสนอ",
    "presentation": "การนำเสนอ",
    "support": "สนับสนุน",
    "review": "ทบทวน",
    "comment": "ความเห็น",
    "share": "แบ่งปัน",
    "approve": "อนุมัติ",
    "submit": "ส่ง",
    "staff": "เจ้าหน้าที่",
    "team": "คณะทำงาน",
    "timeline": "กรอบระยะเวลา",
    "template": "แบบ",
    "checklist": "แบบตรวจสอบ",
    "format": "รูปแบบ",
    "plan": "แผน",
    "server": "เซิร์ฟเวอร์",
    "software": "ซอฟต์แวร์",
    "computer": "คอมพิวเตอร์",
    "internet": "อินเทอร์เน็ต",
}
