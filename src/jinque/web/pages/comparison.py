"""All pages and files that set catalogues and editions side by side."""

from jinque.web.pages.charts import chart_file
from jinque.web.pages.compare import (
    compare_charts_page,
    compare_industries_page,
    compare_page,
    compare_places_page,
    compare_workbook,
)
from jinque.web.pages.diff import diff_page, diff_workbook

COMPARISON_PAGES = (
    compare_page,
    compare_places_page,
    compare_industries_page,
    compare_charts_page,
    compare_workbook,
    chart_file,
    diff_page,
    diff_workbook,
)
