"""What the options of `search` mean, in both languages."""

from jinque.model import Words

SEARCH_PARAMETERS = {
    "search QUERY": Words(
        zh="要找的词，可写几个，都要出现；不写则列出全部",
        en="words that all have to occur; none lists everything",
    ),
    "search --place": Words(zh="地方，如 大连市、瓦房店市；可写几次", en="place; may be repeated"),
    "search --industry": Words(
        zh="行业，如 装备制造；可写几次", en="industry as printed; may be repeated"
    ),
    "search --shortage": Words(
        zh="紧缺程度，如 ★★★★★、非常紧缺；可写几次",
        en="shortage as printed, as ★★★★★ or 非常紧缺; may be repeated",
    ),
    "search --degree": Words(
        zh="最低学历，如 本科；可写几次", en="lowest education level as printed; may be repeated"
    ),
    "search --edition": Words(zh="目录编号；可写几次", en="edition; may be repeated"),
    "search --group": Words(
        zh="职业类别（中类），如 2-02", en="sub-major class of the classification, as 2-02"
    ),
    "search --years": Words(
        zh="最低年限：0、1–2、3–4、5–9、10+", en="fewest years asked: 0, 1–2, 3–4, 5–9, 10+"
    ),
    "search --mark": Words(
        zh="标记：special_need、green、digital", en="special_need, green or digital"
    ),
    "search --pay": Words(
        zh="年薪（万元）：<8、8–10、10–12、12+", en="pay in 10,000 CNY: <8, 8–10, 10–12, 12+"
    ),
    "search --kind": Words(
        zh="post 岗位、title_mapping 职称对应、list_item 清单条目；可写几次",
        en="post, title_mapping or list_item; may be repeated",
    ),
    "search --limit": Words(zh="最多显示几条，1 到 200（默认 20）", en="hits shown, 1 to 200 (20)"),
    "search --offset": Words(zh="跳过前几条（默认 0）", en="hits passed over (0)"),
}
