"""Which words end a phrase, speak of speaking or say that a name is one of the past in Vietnamese."""

from __future__ import annotations

from khihau.languages.data import data_parts
from khihau.languages.phrases import Joints, Phrases
from khihau.text.regex import either

__all__ = ["VietnamesePhrases"]


_JOINTS = Joints(
    lead=(
        r"(?:(?:sau đây|dưới đây)\s)?(?:được\s)?(?:gọi tắt|viết tắt|gọi)(?:\stheo tiếng Anh)?(?:\slà)?"
        r"|(?:hay\s)?còn (?:được\s)?gọi(?: tắt)? là|hay(?: là)?|tức(?: là)?"
        r"|tên viết tắt(?: tiếng Anh)?(?: là)?|(?:tên\s)?tiếng Anh(?: viết tắt)?(?: là)?"
    ),
    # "tên viết tắt là", "còn gọi tắt là" say a fact and promise nothing.
    promise=(
        r"(?:sau đây|dưới đây|từ đây)\s(?:được\s)?(?:gọi|viết)(?:\s(?:tắt|chung))*(?:\slà)?"
        r"|(?<!tên )(?<!tiếng Anh )(?<!còn )(?<!được )(?:gọi|viết) tắt(?: là)?"
    ),
    set_up=(
        r"(?:sau đây|dưới đây)\s(?:được\s)?(?:gọi|viết)(?:\s(?:tắt|chung))?(?:\s(?:tắt|chung))?\slà"
    ),
    phrase=(
        r",?\s(?:(?:sau đây|dưới đây)\s)?(?:được\s)?(?:gọi tắt|viết tắt|gọi)\slà"
        r"|,?\s(?:hay\s)?còn (?:được\s)?gọi(?: tắt)? là|,?\stên viết tắt tiếng Anh là"
    ),
    phrase_ends=("là",),
    says=(
        r"(?:là\s)?(?:(?:từ|chữ|cụm từ|tên(?: gọi)?)\s)?viết tắt(?:\s(?:theo\s)?tiếng Anh)?\scủa"
        r"(?:\s(?:cụm từ|thuật ngữ|từ|chữ|tên))?(?:\stiếng Anh)?:?"
    ),
    after=r"tức(?: là)?|hay(?: còn gọi)?(?: là)?|(?:(?:có\s)?nghĩa\s)?là",
    in_gloss_before="hay|viết tắt là|viết tắt",
    in_gloss_after="hay|tức|viết tắt của",
    or_="hay",
    counted="lần thứ|lần|thứ|năm|giai đoạn",
    numbers="nhất|hai|ba|tư|năm",
    and_="và",
    citing=r"xem(?: thêm)?|theo|nguồn",
    source=r"(?:nguồn\s)?ảnh|nguồn",
)


class VietnamesePhrases(Phrases):
    """The words of Vietnamese."""

    code = "vi"
    lead_is_apart = True
    amended_behind = r"\s(?:bằng|thành)\s(?:các\s)?(?:cụm\s)?từ"  # thay cụm từ “…” bằng cụm từ “…”

    @property
    def joints(self) -> Joints:
        """Gọi tắt là, viết tắt của, hay and the like."""
        return _JOINTS

    @property
    def former_before(self) -> str:
        """Nguyên or cựu, an office between it and the name or none; trước đây and the like."""
        words = data_parts("vi", "former.txt")
        former, deputies, offices, before = (
            either(words[heading]) for heading in ("former", "deputies", "offices", "before")
        )
        return rf"\b(?:{former}(?: (?:{deputies} )?{offices})?|{before})"

    @property
    def former_after(self) -> str:
        """(cũ), nay là, trước đây; or được sáp nhập and the like."""
        words = data_parts("vi", "former.txt")
        brackets, now, once, passives, became = (
            either(words[heading])
            for heading in ("in brackets", "now", "once", "passives", "became")
        )
        return rf"\({brackets}|,? ?{now}|,? {once}|,? (?:{passives} )*{became}"

    @property
    def bound_before(self) -> str:
        """Thứ trưởng Bộ …; Thông tư số … của Bộ …, Kế hoạch … do Bộ …."""
        words = data_parts("vi", "bound-names.txt")
        offices = either((*data_parts("vi", "former.txt")["offices"], *words["offices"]))
        acts, of = either(words["acts"]), either(words["of"])
        return rf"\b{offices}\b[^.;:!?\n]{{0,60}}|\b{acts}\b[^;:!?\n]*\b{of}"
