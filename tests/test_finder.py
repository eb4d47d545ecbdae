"""Figures in running text: what is one, what is not, where it stands and what is said of it."""

from __future__ import annotations

import pytest

from auditor.figure import find
from auditor.phrases import amount


def found(text: str) -> list[str]:
    """Return the figures of a text as printed."""
    return [figure.printed for _, _, figure in find(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("全县城镇新增就业0.9万人以上，登记失业率控制在4%以内。", ["0.9万人以上", "4%以内"]),
        ("安置1466户2902人，发放贷款19132笔6.18亿元。", ["1466户", "2902人", "19132笔", "6.18亿元"]),
        ("占地面积 13332 ㎡（约 20 亩），", ["13332 ㎡", "约 20 亩"]),
        ("结构由57∶16∶27调整为45∶18∶37，", ["57∶16∶27", "45∶18∶37"]),
        ("收入比缩小到2.5:1。", ["缩小到2.5:1"]),
        ("比重由2015年的44.6%提高到2020年底的52.1%", ["44.6%", "提高到2020年底的52.1%"]),
        ("本地用工人数不低于用工总量的30%", ["不低于用工总量的30%"]),
        ("按照不低于中央资金15%的比例", ["不低于中央资金15%"]),
        ("至少打造1个品牌，至少有一人就业", ["至少打造1个", "至少有一人"]),
        ("分别增长46%和20%", ["增长46%", "20%"]),
        ("300户或800人以上", ["300户", "800人以上"]),
        ("有近1万名求职者，7000余个组织，数千名群众", ["近1万名", "7000余个", "数千名"]),
        ("利用1到2年时间，聚焦1-2个工种，3—5个集群", ["1到2年", "1-2个", "3—5个"]),
        ("13.7万贫困人口脱贫", ["13.7万"]),
        ("毕业两年内的高校毕业生，不少于三年", ["两年内", "不少于三年"]),
        ("二十三万五千人，百分之八点五，三分之一以上，翻一番", ["二十三万五千人", "百分之八点五", "三分之一以上", "翻一番"]),
        ("三成以上的企业，两倍，一半以上", ["三成以上", "两倍", "一半以上"]),
        ("| 指标 | 1900 | 2000 | 22145 |", ["1900", "2000", "22145"]),
        ("城镇新增就业（人） | 2150 | 〔9000〕 | 预期性", ["2150", "〔9000〕"]),
        ("-0.5%\t<6%\t≥95%", ["-0.5%", "<6%", "≥95%"]),
        ("人均拥有3岁以下托位4.5个", ["3岁以下", "4.5个"]),
        ("at least 5.5 million jobs, up from 4.8 million", ["at least 5.5 million jobs", "4.8 million"]),
        ("to fall from 6.2% to 5.5% or below", ["6.2%", "5.5% or below"]),
        ("between 40 and 60 per cent of graduates", ["between 40 and 60 per cent"]),
        ("around 60,000 people a year", ["around 60,000 people a year"]),
        ("cost of US$1.2 billion (€1.1bn)", ["US$1.2 billion", "€1.1bn"]),
        ("two thirds of households, twenty-five counties", ["two thirds", "twenty-five counties"]),
        ("1 in 5 people; 35 μg/m³", ["1 in 5 people", "35 μg/m³"]),
        ("declined by 1.2 percentage points", ["declined by 1.2 percentage points"]),
        ("新增造林50公顷，30亩果园", ["50公顷", "30亩"]),
        ("支持50个、30个乡间项目，1小时，30分钟内到达", ["50个", "30个", "1小时", "30分钟内"]),
        ("规模三到四成，坡度25度，用电500度，百余家企业", ["三到四成", "25度", "用电500度", "百余家"]),
        ("每人每月800元，翻了近一番，3个工作日内办结", ["每人每月800元", "翻了近一番", "3个工作日内"]),
        ("失业保险金提高到最低工资标准的90%，最低2000元", ["90%", "最低2000元"]),
        ("70 per 100,000, and over 50s; 3 per 1,000 flights", ["70 per 100,000", "3", "1,000"]),
        ("Jobs | 2000 | 2100 | 1,500", ["2000", "2100", "1,500"]),
        ("there were 12 500. It cost EUR 12 500, or € 2 500", ["12 500", "EUR 12 500", "€ 2 500"]),
        ("Sales rose 6.2% to $1.45 billion.", ["rose 6.2%", "$1.45 billion"]),
        ("Targets: 2025 – 30%; 2030 – 45%; 2035：60%", ["30%", "45%", "60%"]),
        ("By 2030 half of all new cars, minus five percent", ["half", "minus five percent"]),
        ("by Sept. 30, 2025 and on Oct. 13", []),
        ("最高奖励100万元，最高气温35℃", ["最高奖励100万元", "35℃"]),
        ("占比分别达到60%和70%，民间投资增长8%", ["60%", "70%", "增长8%"]),
        ("300人、500人，时间为3个月", ["300人", "500人", "3个月"]),
        ("200户，100户为夜间施工；3套，1套，30套间", ["200户", "100户", "3套", "1套", "30套"]),
        ("5000万元和8000万元之间", ["5000万元和8000万元"]),
        ("2022年1—9月完成8.5亿元，1—3月增长5%，补贴3—6个月", ["8.5亿元", "增长5%", "3—6个月"]),
        ("城镇新增就业 110 120 130 万人", ["110", "120", "130 万人"]),
        ("项目数 12 350 5 200", ["12", "350", "5", "200"]),
        ("5\u00a0200\u00a0300 | 1 200 km, 1 200 homes, 5 000", ["5\u00a0200\u00a0300", "1 200 km", "1 200", "5 000"]),
        ("1 000–1 500 km", ["1 000–1 500 km"]),
        ("RMB 500-2000元, EUR 1500-2000", ["RMB 500-2000元", "EUR 1500-2000"]),
        ("每10万人口拥有大学文化程度15467人", ["15467人"]),
        ("每3万人一个", ["3万人"]),
        ("新增50个。2.完成30%。3.建设10座；4、培训5人。2.5%", ["50个", "30%", "10座", "5人", "2.5%"]),
        ("2×66万千瓦机组，3×5，1.2×10⁴吨，2 x 500 MW", ["66万千瓦", "1.2×10⁴吨", "500 MW"]),
        ("师生比达到1:15，医患比为1：10，比赛时间为16:30", ["1:15", "1：10"]),
        ("from 45% in 2015 to 60% in 2030", ["45%", "60%"]),
        ("from 1.2 million in 2020 to 1.8 million, 2000 households", ["1.2 million", "1.8 million", "2000 households"]),
        ("between 2000 and 3000 people", ["between 2000 and 3000 people"]),
        ("Priority 1: 10 hectares; 2024: 10.5; 2025: 12.3", ["10 hectares", "10.5", "12.3"]),
        ("those aged 60 and above. 65 and over, 5 and over 100 people", ["60 and above", "65 and over", "5", "over 100 people"]),
        ("more than 50 but fewer than 100 staff", ["more than 50 but fewer than 100"]),
        ("2025年1.2亿、1.3亿元", ["1.2亿", "1.3亿元"]),
        ("GDP3.5万亿元，CPI2.5%，R&D2.8%，人均GDP1.2万美元", ["3.5万亿元", "2.5%", "2.8%", "1.2万美元"]),
        ("上千人，培育上百家企业，基础以上千家，成百上千家", ["上千人", "上百家"]),
        ("12项目标，50家具有，100平方面积，200个村民小组，100个村", ["12项", "50家", "100平方", "200个", "100个村"]),
    ],
)  # fmt: skip
def test_figures_are_found_with_the_words_that_belong_to_them(
    text: str, figures: list[str]
) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2025年", "到2025年底", "2021—2025年", "2021-2025", "“十四五”期间", "原96-98年分流", "90年代",
        "2022年7月4日", "2022-04-13 16:11:34", "9月1日起", "20211230",
        "安政办发〔2022〕11号", "（发改办规划〔2020〕564号）", "(2022) 11 号", "国发〔2021〕14号",
        "第三产业", "第3条", "第 3 名", "第十四个五年规划", "党的十九届五中全会",
        "表1：指标", "专栏12:推进", "附件2", "图 3 ", "见表2和表3。",
        "1.就业规模", "2、工资收入", "(3)其他", "（4）其他", "1 | 城镇新增就业", "12\t城镇新增就业", "1.1 Overview",
        "“三支一扶”计划", "“161工程”", "推动“161”工程", "融合“321”模式", "“24小时不打烊政府”", "“1+6”布局",
        "1+X证书", "5G、大数据", "PM2.5", "COVID-19", "G30高速", "4K",
        "畅通12333电话", "12351维权热线", "拨打12345", "电话：0931-8888888", "13800138000",
        "三年行动计划", "五年来", "一批", "统一", "进一步", "一是", "一二三产融合", "万一", "千方百计", "一公里",
        "百千万工程", "百万千瓦风电", "千亿产业", "多对一、一对多", "一体化", "上一篇", "四个意识",
        "9大产业", "八个一", "5 年累计开展",
        "In 2020 and by 2025", "Article 12 of Act No. 5", "Table 3 and Section 2", "Goal 8", "12 May 2024",
        "May 12", "version 1.2.3", "192.168.0.1", "at 16:30", "one of the pillars", "the 21st century",
        "tel. 010-12345678", "007", "热线400-888-8888", "1、2、3号线",
        "附件-1项", "兰州-3小时", "三-3亿元", "A-5%",
        "每年3—5月，6至8月", "1、3、5月", "1-3季度", "4季度", "1—6年级", "8点30分", "8:30-17:30", "2022/23年度", "2025/2030年",
        "GB/T 36733-2018", "HJ 2.2—2018", "DB62/T 1234—2021", "GB3095-2012", "ISO 9001", "BS 5837:2012", "GB 50180标准",
        "12部门联合", "10块绿地", "6平台", "5方面", "100家庭", "60人年", "3打三整治", "10人大代表",
        "7×24小时", "24/7", "每十万人口", "每10万常住人口",
        "between 2015 and 2020", "2015 to 2020", "2015/16 to 2019/20", "In 2023-24, or 2023–24.", "the 1990s",
        "Target 3.1", "Action 12", "Priority 3", "Route 66", "Option 2", "Scenario 3", "Tier 2", "Indicator 4.1", "Annex 2",
        "the over 50s", "under 5s", "Resolution 70/1", "Law 12/2019", "Directive 2009/28/EC", "PM2.5达标", "13/04/2022",
    ],
)  # fmt: skip
def test_years_headings_names_and_numbers_of_things_are_no_figures(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("五年累计输转城乡富裕劳动力45万人次以上", "cumulative"),
        ("全县累计新增城镇就业22145人、失业人员再就业4630人", "cumulative"),
        ("每年开展职业技能培训10万人次", "annual"),
        ("年均建档立卡贫困人口输转4.5万人次", "average"),
        ("新增就业，累计9000人", "cumulative"),
        ("累计建立基地。培训9000人", ""),
        ("累计签约率达到95%", ""),
    ],
)
def test_a_figure_has_the_basis_that_its_clause_tells(text: str, basis: str) -> None:
    assert next(find(text)).figure.basis == basis


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("增速为-3.5%", ["-3.5"], "percent"),
        ("自然增长率-1.2‰", ["-1.2"], "permille"),
        ("最低-20℃，零下5℃", ["-20", "-5"], "degree_celsius"),
        ("气温-5℃～8℃", ["-5..8"], "degree_celsius"),
        ("减负5亿元，贸易逆差-3亿元，3亿元-5亿元", ["500000000", "-300000000", "300000000..500000000"], "CNY"),
        ("80、90、100万人", ["800000", "900000", "1000000"], "person"),
        ("80和90万人", ["800000", "900000"], "person"),
        ("1200、1.5万人", ["1200", "15000"], "person"),
        ("分别增长5.5、8.2、7.3个百分点", ["5.5", "8.2", "7.3"], "percentage_point"),
        ("30万和40万平方米", ["300000", "400000"], "square_meter"),
        ("每10万人口拥有大学文化程度15467人", ["15467"], "person/hundred_thousand_population"),
        ("每十万人口死亡率5.6", ["5.6"], "1/hundred_thousand_population"),
        ("每千常住人口执业医师3.2人", ["3.2"], "person/thousand_population"),
        ("每百户拥有汽车37辆", ["37"], "vehicle/hundred_household"),
        ("每千人口床位增长5%", ["5"], "percent"),
    ],
)  # fmt: skip
def test_figures_have_the_sign_the_scale_and_the_unit_that_the_text_tells(
    text: str, values: list[str], unit: str
) -> None:
    figures = [figure for _, _, figure in find(text)]
    told = ["..".join(amount(number.value) for number in each.numbers) for each in figures]
    assert (told, {each.unit for each in figures}) == (values, {unit})


def test_ages_have_no_share_in_what_a_figure_is_per() -> None:
    age, places = find("每千人口拥有3岁以下婴幼儿托位数达到4.5个")
    assert (age.figure.unit, places.figure.unit) == ("year", "item/thousand_population")


def test_a_change_is_shared_by_a_list() -> None:
    changes = [figure.change for _, _, figure in find("三个产业分别增长5.5、8.2、7.3个百分点")]
    assert changes == ["rise_by"] * 3


@pytest.mark.parametrize(
    ("text", "bound", "change"),
    [
        ("低于全国1.5个百分点", "=", "fall_by"),
        ("高出全省平均水平2个百分点", "=", "rise_by"),
        ("低于1.5个百分点", "<", ""),
    ],
)
def test_a_distance_from_something_named_is_no_bound(text: str, bound: str, change: str) -> None:
    ((_, _, figure),) = find(text)
    assert (figure.printed, figure.bound, figure.change) == (text, bound, change)


def test_decimals_may_stand_behind_a_comma() -> None:
    text = "1.234,5 ha am 12.05.2024 zu 29,90 €, Kapitel 1.5: 1.500"
    told = [
        (figure.printed, figure.numbers[0].digits, amount(figure.value))
        for _, _, figure in find(text, decimal_comma=True)
    ]
    assert told == [
        ("1.234,5 ha", "1.234,5", "1234.5"),
        ("29,90 €", "29,90", "29.9"),
        ("1.500", "1.500", "1500"),
    ]


def test_figures_joined_by_a_word_share_their_change() -> None:
    told = [(f.printed, f.change) for _, _, f in find("分别提高7714.6元和1010.9元，5元")]
    assert told == [("提高7714.6元", "rise_by"), ("1010.9元", "rise_by"), ("5元", "")]


def test_a_figure_is_per_so_many_people_where_its_clause_says_so() -> None:
    (found,) = find("每千人口执业（助理）医师数达到3.2人")
    assert found.figure.unit == "person/thousand_population"


def test_a_figure_stands_where_it_says() -> None:
    text = "新增\n就业　约５０ 万人左右。"
    ((start, end, figure),) = find(text)
    assert (start, end, text[start:end]) == (6, 14, "约５０ 万人左右")
    assert (figure.printed, figure.approximate) == (text[start:end], "about")
    assert figure.value == 500_000


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Cut emissions by 55% from 1990 levels", ["fall_by"]),
        ("reduce gas use by at least 10% and raise incomes by 20 per cent", ["fall_by", "rise_by"]),
        ("more cars; by 5%", [""]),
        ("houses built by 30% of firms", [""]),
        ("unemployment fell 3%, a 30% reduction", ["fall_by", "fall_by"]),
    ],
)
def test_the_verb_of_a_clause_tells_which_way_a_figure_behind_by_moves(
    text: str, changes: list[str]
) -> None:
    assert [found.figure.change for found in find(text)] == changes
