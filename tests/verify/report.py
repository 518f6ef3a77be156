#!/usr/bin/python3
"""Reads a consolidated report's workbook with openpyxl and compares it with the CSV and the JSON answer of the same
report.

    report.py REPORT.xlsx REPORT.csv REPORT.json

Checks that figures are numbers, totals agree everywhere, headings are frozen and repeated, and the page is A4
landscape.
"""

import csv
import json
import sys

import openpyxl

COLUMNS = ["staff", "excellent", None, "good", None, "completed", None, "notCompleted", None, "notRated",
           "underSixMonths", "suspended", "left", "other", "remainder", "proposed"]


def rows_of(sheet):
    """The figures by row, read from column C on, as far as column A holds a number or B the total."""
    rows = []
    for row in sheet.iter_rows(min_row=10):
        if not isinstance(row[0].value, int) and row[1].value != "Cộng / Total":
            break
        figures = {}
        for name, cell in zip(COLUMNS, row[2:]):
            if name is None:
                assert cell.value is None or isinstance(cell.value, float | int), cell.coordinate
                assert cell.number_format == "0.00%", cell.coordinate
            else:
                assert isinstance(cell.value, int) and cell.data_type == "n", (cell.coordinate, cell.value)
                figures[name] = cell.value
        rows.append(figures)
    return rows


def check_print(sheet):
    setup = sheet.page_setup
    assert setup.orientation == "landscape" and int(setup.paperSize) == 9, sheet.title
    assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
    assert int(setup.fitToWidth or 1) == 1 and int(setup.fitToHeight) == 0, sheet.title


def main(workbook, table, answer):
    report = json.load(open(answer, encoding="utf-8"))["data"]
    book = openpyxl.load_workbook(workbook, data_only=True)
    titles = ["Tổng hợp", "Đơn vị chưa có trong báo cáo", "Đơn vị đã tổng hợp", "Thay đổi so với lần trước",
              "Ký báo cáo"]
    assert book.sheetnames == titles, book.sheetnames
    for sheet in book:
        check_print(sheet)
        assert "DỮ LIỆU MÔ PHỎNG" in sheet["A6"].value, sheet.title
        assert sheet["A4"].value.startswith("Số liệu tính đến"), sheet.title
    for title in titles[:4]:
        assert book[title].freeze_panes == "A10", title
        assert book[title].print_title_rows in ("8:9", "$8:$9"), book[title].print_title_rows

    summary = rows_of(book["Tổng hợp"])
    assert len(summary) == len(report["lines"]) + 1
    with open(table, encoding="utf-8") as file:
        text = file.read()
    assert text.startswith("\ufeff")
    from_csv = [{name: int(row[name]) for name in COLUMNS if name} for row in csv.DictReader(text[1:].splitlines())]
    assert from_csv == summary, (from_csv, summary)

    for line, figures in zip(report["lines"], summary):
        assert all(line["counts"][name] == figures[name] for name in line["counts"])
        assert (line["remainder"], line["proposed"]) == (figures["remainder"], figures["proposed"])
    total = summary[-1]
    assert all(report["total"][name] == total[name] for name in report["total"])
    for name in total:
        assert sum(figures[name] for figures in summary[:-1]) == total[name], name
    for figures in summary:
        levels = sum(figures[name] for name in ("excellent", "good", "completed", "notCompleted"))
        assert levels + figures["notRated"] + figures["remainder"] == figures["staff"], figures
    sums = openpyxl.load_workbook(workbook)["Tổng hợp"].cell(10 + len(report["lines"]), 3).value
    assert sums.startswith("=SUM("), sums

    named = [row[1].value for row in book[titles[1]].iter_rows(min_row=10) if isinstance(row[0].value, int)]
    assert named == [one["unit"]["unit"] for one in report["missing"]], named
    differences = [row for row in book[titles[3]].iter_rows(min_row=10) if isinstance(row[2].value, int)]
    assert len(differences) == len(report["differences"])


if __name__ == "__main__":
    main(*sys.argv[1:])
