"""Makes the workbooks that the tests read: ordinary ones with openpyxl and LibreOffice, the others part by part.

make-workbooks.py FOLDER STAMP [SOFFICE]
"""

import datetime
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import warnings
import zipfile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

FOLDER, STAMP = sys.argv[1:3]
SOFFICE = sys.argv[3] if len(sys.argv) > 3 else None

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'


def path(name):
    return os.path.join(FOLDER, name)


def sheet_xml(rows, after='', before='', main=MAIN):
    return f'{XML}<worksheet xmlns="{main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def make_parts(sheet, strings=None, styles=None, workbook_pr='', main=MAIN, office=OFFICE, content_type=TYPE,
               target='worksheets/sheet1.xml', sheets=None):
    relations = [('rId1', 'worksheet', target)]
    if strings is not None:
        relations.append(('rId2', 'sharedStrings', '/xl/sharedStrings.xml'))
    if styles is not None:
        relations.append(('rId3', 'styles', 'styles.xml'))

    parts = {
        '[Content_Types].xml':
            f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{content_type}"/></Types>',
        '_rels/.rels':
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml':
            f'{XML}<workbook xmlns="{main}" xmlns:r="{office}">{workbook_pr}<sheets>'
            + (sheets or '<sheet name="表" sheetId="1" r:id="rId1"/>') + '</sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
            + ''.join(f'<Relationship Id="{i}" Type="{office}/{t}" Target="{p}"/>' for i, t, p in relations)
            + '</Relationships>',
        'xl/worksheets/sheet1.xml': sheet,
    }
    if strings is not None:
        parts['xl/sharedStrings.xml'] = f'{XML}<sst xmlns="{main}">{strings}</sst>'
    if styles is not None:
        parts['xl/styles.xml'] = f'{XML}<styleSheet xmlns="{main}">{styles}</styleSheet>'
    return parts


def write(name, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path(name), 'w', method) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def book(name, rows, after='', before='', **options):
    write(name, make_parts(sheet_xml(rows, after, before), **options))


def make_ordinary():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = '年間計画'
    sheet['A1'] = '機能'
    sheet['B1'] = 'ＣＳＩＲＴ統括'
    sheet['C1'] = '①㈱ｱｲｳ'
    sheet['A2'] = 12
    sheet['B2'] = 0.1
    sheet['C2'] = -1234567.25
    sheet['D2'] = True
    sheet['E2'] = False
    sheet['F2'] = '#N/A'
    sheet['F2'].data_type = 'e'
    for column, (value, code) in enumerate([
            (datetime.date(2026, 11, 22), 'yyyy-mm-dd'),
            (datetime.date(2026, 11, 22), '[$-411]ggge"年"m"月"d"日";@'),
            (datetime.datetime(2026, 11, 22, 9, 30), 'yyyy/mm/dd hh:mm'),
            (datetime.time(9, 30, 15), 'h:mm:ss'),
            (1.5, '[h]:mm'),
            (45000.5, '#,##0.00_ "d";[Red]\\-#,##0.00'),
            (1.5e10, '0.00E+00'),
            (datetime.date(2026, 11, 22), 'm"月"'),
            (datetime.date(2026, 11, 22), 'aaa'),
            (12, 'General"年"'),
            (12, 'G/標準" 日"'),
            (datetime.date(2026, 11, 22), 'mm-dd-yy')], 1):
        sheet.cell(3, column, value).number_format = code
    sheet['A4'] = '=SUM(A2:B2)'
    sheet['C12'] = '範囲'
    sheet['A20'] = '結合'
    sheet.merge_cells('A20:C21')
    sheet.merge_cells('N1:N3')
    workbook.create_sheet('隠し').sheet_state = 'hidden'
    workbook.create_sheet('深い').sheet_state = 'veryHidden'
    chart = workbook.create_chartsheet('図')
    chart.add_chart(openpyxl.chart.BarChart())
    workbook.create_sheet('最後')['A1'] = 'end'
    workbook.save(path('ordinary.xlsx'))

    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active['A1'] = datetime.date(2026, 11, 22)
    workbook.active['B1'] = datetime.date(1904, 1, 1)
    workbook.save(path('date1904.xlsx'))


def make_strings():
    strings = (
        '<si><t>情報</t></si>'
        '<si><r><t>重</t></r><r><rPr><b/></rPr><t xml:space="preserve">要 </t></r><r><t>事項</t></r></si>'
        '<si><t>監査</t><rPh sb="0" eb="2"><t>カンサ</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><t>a_x000D__x000A_b_x005F_x0041_ _xD83D__xDE00_</t></si>'
        '<si/>'
        '<si><t>か&#x3099;&amp;&lt;</t></si>')
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
        '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c></row>'
        '<row r="3"><c r="B3" t="inlineStr"><is><t>直接</t></is></c>'
        '<c r="D3" t="inlineStr"><is><r><t>太</t></r><r><t>字</t></r><rPh sb="0" eb="1"><t>フト</t></rPh></is></c>'
        '<c r="E3" t="str"><f>A1&amp;"x"</f><v>結果</v></c><c r="F3" t="e"><v>#DIV/0!</v></c>'
        '<c r="G3" t="b"><v>1</v></c><c r="H3"><f>1+1</f><v> 2 </v></c><c r="I3"><f>1+1</f></c>'
        '<c r="J3" s="1"/><c r="K3" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>'
        '<row/><row><c><v>1</v></c><c t="inlineStr"><is><t>二</t></is></c></row>')
    book('strings.xlsx', rows, strings=strings)
    write('stored.xlsx', make_parts(sheet_xml(rows, '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'),
                                    strings=strings, styles=make_styles([0, 14, 22, 46])), zipfile.ZIP_STORED)
    write('prefixed.xlsx', make_parts(
        f'{XML}<x:worksheet xmlns:x="{MAIN}" xmlns:o="http://example.org/other"><x:sheetData><x:row r="1">'
        '<x:c r="A1"><x:v>5</x:v></x:c><o:c r="A1"><o:v>6</o:v></o:c></x:row></x:sheetData></x:worksheet>'))
    strict = 'http://purl.oclc.org/ooxml'
    write('strict.xlsx', make_parts(
        sheet_xml('<row r="1"><c r="A1" t="d"><v>2026-11-22T00:00:00</v></c><c r="B1" t="d"><v>2026-11-22T09:30:00</v>'
                  '</c><c r="C1" t="inlineStr"><is><t>厳密</t></is></c></row>', main=strict + '/spreadsheetml/main'),
        main=strict + '/spreadsheetml/main', office=strict + '/officeDocument/relationships'))


def make_styles(ids, custom=()):
    formats = ''.join(f'<numFmt numFmtId="{i}" formatCode="{code}"/>' for i, code in custom)
    return (f'<numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
            + ''.join(f'<xf numFmtId="{i}"/>' for i in ids) + '</cellXfs>'
            '<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>')


def make_serials():
    serials = ['1', '59', '60', '61', '46348', '2958465', '2958466', '-1', '46348.75', '0']
    rows = ''.join(f'<row r="{i}"><c r="A{i}" s="0"><v>{s}</v></c><c r="B{i}" s="1"><v>{s}</v></c></row>'
                   for i, s in enumerate(serials, 1))
    book('serials.xlsx', rows, styles=make_styles([14, 22]))
    book('serials1904.xlsx', rows, styles=make_styles([14, 22]), workbook_pr='<workbookPr date1904="1"/>')

    ids = list(range(0, 60))
    cells = ''.join(f'<row r="{i + 1}"><c r="A{i + 1}" s="{i}"><v>46348.4</v></c></row>' for i in ids)
    book('builtin.xlsx', cells, styles=make_styles(ids))


def make_hostile():
    cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
    good = make_parts(sheet_xml(cell))

    def without(name, part, **options):
        parts = make_parts(sheet_xml(cell), **options)
        del parts[part]
        write(name, parts)

    def changed(name, part, content):
        write(name, {**good, part: content})

    laughs = '<!DOCTYPE worksheet [<!ENTITY a "ha">' + ''.join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + ']>'
    sheet = 'xl/worksheets/sheet1.xml'
    changed('doctype.xlsx', sheet, good[sheet].replace('<worksheet', '<!DOCTYPE worksheet><worksheet', 1))
    changed('laughs.xlsx', sheet, good[sheet].replace('<worksheet', laughs + '<worksheet', 1).replace('<v>1', '<v>&j;'))
    changed('external.xlsx', sheet, good[sheet].replace(
        '<worksheet', '<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet', 1).replace('<v>1', '<v>&a;'))
    changed('entity.xlsx', sheet, good[sheet].replace('<v>1', '<v>&a;'))
    changed('unclosed.xlsx', sheet, good[sheet].replace('</worksheet>', ''))
    changed('not-utf8.xlsx', sheet, sheet_xml('<row r="1"><c r="A1" t="inlineStr"><is><t>@</t></is></c></row>')
            .encode().replace(b'@', b'\xff\xfe'))
    changed('deep.xlsx', sheet, good[sheet].replace('<sheetData>', '<a>' * 100000 + '<sheetData>'))
    changed('attributes.xlsx', sheet, good[sheet].replace(
        '<row ', '<row ' + ' '.join(f'a{i}=""' for i in range(1000000)) + ' '))
    changed('some-attributes.xlsx', sheet, good[sheet].replace(
        '<row ', '<row ' + ' '.join(f'a{i}=""' for i in range(1000)) + ' '))
    changed('comment.xlsx', sheet, good[sheet].replace('<sheetData>', '<!--' + ' -' * 1000000 + '--><sheetData>'))
    changed('no-sheets.xlsx', 'xl/workbook.xml', f'{XML}<workbook xmlns="{MAIN}"/>')

    write('far.xlsx', make_parts(sheet_xml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
                                           before='<dimension ref="A1:XFD1048576"/>')))
    book('row-too-far.xlsx', '<row r="1048577"><c><v>1</v></c></row>')
    book('row-huge.xlsx', '<row r="99999999999999999999999"><c><v>1</v></c></row>')
    book('column-too-far.xlsx', '<row r="1"><c r="XFE1"><v>1</v></c></row>')
    book('column-huge.xlsx', '<row r="1"><c r="' + 'Z' * 5000 + '1"><v>1</v></c></row>')
    book('rows-disordered.xlsx', '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>')
    book('cells-twice.xlsx', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>')
    book('cell-in-other-row.xlsx', '<row r="1"><c r="A2"><v>1</v></c></row>')
    book('nested.xlsx', '<row r="1"><c r="A1"><c r="B1"><v>1</v></c></c></row>')
    book('string-missing.xlsx', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', strings='<si><t>a</t></si>')
    book('string-negative.xlsx', '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', strings='<si><t>a</t></si>')
    book('nan.xlsx', '<row r="1"><c r="A1"><v>-NAN</v></c></row>')
    book('infinite.xlsx', '<row r="1"><c r="A1"><v>1e999</v></c></row>')
    book('control.xlsx', '<row r="3"><c r="B3" t="inlineStr"><is><t>a_x0001_</t></is></c></row>')
    book('half-pair.xlsx', '<row r="3"><c r="B3" t="inlineStr"><is><t>a_xD83D_</t></is></c></row>')
    book('long.xlsx', '<row r="2"><c r="C2" t="inlineStr"><is><t>' + 'あ' * 30001 + '</t></is></c></row>')
    book('longer.xlsx', '<row r="2"><c r="C2" t="inlineStr"><is><t>' + 'あ' * 1000000 + '</t></is></c></row>')
    book('merge-wrong.xlsx', cell, after='<mergeCells><mergeCell ref="C3:A1"/></mergeCells>')

    without('no-content-types.xlsx', '[Content_Types].xml')
    without('no-rels.xlsx', '_rels/.rels')
    without('no-workbook.xlsx', 'xl/workbook.xml')
    without('no-workbook-rels.xlsx', 'xl/_rels/workbook.xml.rels')
    without('no-sheet.xlsx', sheet)
    without('no-strings.xlsx', 'xl/sharedStrings.xml', strings='<si><t>a</t></si>')
    without('no-styles.xlsx', 'xl/styles.xml', styles=make_styles([0]))
    book('outside.xlsx', cell, target='../../../../../../etc/passwd')
    write('odd-names.xlsx', {**good, '../evil.xml': 'x', '/abs.xml': 'x', 'C:\\evil.xml': 'x', 'a//b/': '', 'a//b': 'x'})
    book('document.docx', cell, content_type='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')
    book('binary.xlsb', cell, content_type='application/vnd.ms-excel.sheet.binary.macroEnabled.main')
    write('plain.zip', {'readme.txt': 'nothing'})
    write('empty.zip', {})
    write('table.ods', {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': '<a/>'})

    warnings.simplefilter('ignore')
    for name, part in (('twice.xlsx', sheet), ('twice-by-case.xlsx', 'xl/Worksheets/sheet1.xml')):
        write(name, good)
        with zipfile.ZipFile(path(name), 'a', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(part, sheet_xml('<row r="1"><c r="A1"><v>2</v></c></row>'))

    write('bomb.xlsx', {**good, sheet: good[sheet].replace('<sheetData>', ' ' * (64 << 20) + '<sheetData>')})


def make_broken_zips():
    write('good.xlsx', make_parts(sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')))
    with open(path('good.xlsx'), 'rb') as file:
        good = file.read()
    info = zipfile.ZipFile(path('good.xlsx')).getinfo('xl/worksheets/sheet1.xml')

    def save(name, content):
        with open(path(name), 'wb') as file:
            file.write(content)

    crc = struct.pack('<I', info.CRC)
    entry = good.rindex(b'xl/worksheets/sheet1.xml') - 46
    save('truncated.xlsx', good[:len(good) // 2])
    save('truncated-end.xlsx', good[:-1])
    save('wrong-crc.xlsx', good.replace(crc, b'\x01\x02\x03\x04'))
    save('wrong-size.xlsx', good[:entry + 24] + struct.pack('<I', info.file_size + 5) + good[entry + 28:])
    save('lying-size.xlsx', good[:entry + 24] + struct.pack('<I', 0x7fffffff) + good[entry + 28:])
    save('encrypted.xlsx', good[:entry + 8] + struct.pack('<H', 1) + good[entry + 10:])
    save('packed-otherwise.xlsx', good[:entry + 10] + struct.pack('<H', 12) + good[entry + 12:])
    save('old.xls', bytes.fromhex('d0cf11e0a1b11ae1') + b'\0' * 600)
    save('magic-only.xlsx', b'PK\3\4')


def make_with_office():
    """A workbook as LibreOffice writes it, where there is a LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, 'office.csv')
        with open(table, 'w', encoding='utf-8') as file:
            file.write('機能,日付,数\n"監査, 内部",2026-11-22,12.5\n"二行\nの文",2026-04-01,-3\n')
        subprocess.run([SOFFICE, f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx',
                        '--infilter=CSV:44,34,76,1,,1041,false,true', '--outdir', folder, table],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        shutil.copy(os.path.join(folder, 'office.xlsx'), path('office.xlsx'))


os.makedirs(FOLDER, exist_ok=True)
make_ordinary()
make_strings()
make_serials()
make_hostile()
make_broken_zips()
if SOFFICE:
    make_with_office()
with open(STAMP, 'w') as stamp:
    stamp.write('done\n')
