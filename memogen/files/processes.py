"""Whether a process still lives, asked without touching it."""

import os
import sys

if sys.platform == "win32":

    def alive(pid: int) -> bool:
        """Whether a process with this number runs on this machine."""
        import ctypes

        # Not os.kill(pid, 0): on Windows that interrupts the process.
        query_limited_information = 0x1000
        handle = ctypes.windll.kernel32.OpenProcess(query_limited_information, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)

else:

    def alive(pid: int) -> bool:
        """Whether a process with this number runs on this machine."""
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True  # someone else's
        return True
