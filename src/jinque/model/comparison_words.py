"""What must be said wherever catalogues stand side by side."""

from jinque.model.words import Words

PERCENTILE = Words(zh="本目录内位次百分位", en="rank percentile within its own catalogue")

PERCENTILE_MEANS = Words(
    zh="本目录内位次百分位：本目录有等级的岗位中，等级更弱的占比加上同等级的一半。只说明在自己目录里的"
    "先后，不说明两地谁更缺。",
    en="Rank percentile within its own catalogue: the share of its rated posts with a weaker "
    "label, those with the same label counted half. It ranks posts within one catalogue and does "
    "not say which place is shorter of people.",
)

SCALES_APART = Words(
    zh="各目录的紧缺程度各用一套标尺，一律按原文列出，不互相换算。",
    en="Each catalogue rates shortage on a scale of its own; labels stand as printed and are "
    "never converted.",
)

BY_NAME = Words(
    zh="只按名称对应：原文没有印出编码，名称与职业名相同，未经人工确认。",
    en="By name alone: no code is printed, the name equals that of the occupation; nobody "
    "confirmed it.",
)
