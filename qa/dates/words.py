"""Words of time that several rules look for: text of regular expressions."""

from __future__ import annotations

# but not within `出现在`
NOW = r"(?:(?<![出体发表呈])现在|目前|如今|眼下)"
FORMERLY = r"(?:原来|原先|原本|原定|以前|之前|此前|先前|过去)"
LAST_YEAR = r"(?:去年|上年|前年|往年|上一?届|上个?(?:赛季|学年))"
# `二季度`, `上半年`
PART_OF_YEAR = r"(?:第?[一二三四1-4]季度|[上下]半年)"
# `什么时候|通车?`
ASKS_WHEN = r"(?:什么时[候间]|何时|啥时候)"
# The same, or `哪天`, `几点`
ASKS_ANY_TIME = rf"(?:{ASKS_WHEN}|哪一?[年月天日]|几[月号日点时]|几年(?!级))"
