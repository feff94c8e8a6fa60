import { type Relationship, relationships } from '../office/package';
import { type Xml, xml } from '../office/xml';
import { lastCell, type Sheet } from './sheet';

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The sheets in their order. A filter is known by a hidden name for its range besides the sheet's own word for it. */
export function toWorkbook(sheets: readonly Pick<Sheet, 'name' | 'columns' | 'count'>[]): Xml {
  const tabs = sheets.map(({ name }, at) => xml`<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const names = sheets.map((sheet, at) => {
    const { column, row } = lastCell(sheet);
    return xml`<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet.name}!$A$1:$${column}$${row}</definedName>`;
  });
  return xml`<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${tabs}</sheets><definedNames>${names}</definedNames></workbook>`;
}

/** Sheet 1 is rId1, as toWorkbook has it. */
export function workbookRelationships(sheets: readonly unknown[]): Xml {
  const tabs = sheets.map((_, at): Relationship => ({ type: `${OFFICE}/worksheet`, target: `worksheets/sheet${at + 1}.xml` }));
  return relationships([...tabs, { type: `${OFFICE}/styles`, target: 'styles.xml' }]);
}

const TOP = xml`applyAlignment="1"><alignment vertical="top"/></xf>`;

/** The formats in the order of FORMATS (cell.ts). Number format 49 is text; two fills and one border stand before ours in every file. */
export const STYLES: Xml = xml`<styleSheet xmlns="${SPREADSHEET}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6E2D7"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF1D1B17"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ${TOP}<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ${TOP}<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ${TOP}<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ${TOP}<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ${TOP}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
