/// @file
/// How the HTML page looks, on a screen and on paper.
#pragma once

#include <string_view>

namespace parindex::report {

/// Sizes, margins and weights follow Decree 30/2020/ND-CP, appendix I: margins of 20 mm at top and bottom, 30 mm at the
/// left and 15 mm at the right; text of 14 points, the state's name of 13; first lines indented by 1 cm; 6 points
/// between paragraphs; page numbers centred in the top margin from the second page on.
inline constexpr std::string_view html_style = R"css(
@page {
  size: A4 portrait;
  margin: 20mm 15mm 20mm 30mm;
  @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", Tinos, serif; }
}
@page landscape { size: A4 landscape; }
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; }
body {
  margin: 0;
  color: #000;
  background: #d8dadd;
  font: 14pt/1.3 "Times New Roman", "Liberation Serif", Tinos, serif;
}
.sheet {
  width: 210mm;
  min-height: 297mm;
  margin: 10mm auto;
  padding: 20mm 15mm 20mm 30mm;
  background: #fff;
  box-shadow: 0 1px 3px rgba(0, 0, 0, .3), 0 6px 24px rgba(0, 0, 0, .15);
}
.landscape { page: landscape; width: min(297mm, 100%); min-height: 210mm; }
p, li { text-align: justify; text-indent: 1cm; overflow-wrap: break-word; orphans: 2; widows: 2; }
p { margin: 6pt 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
li > p { margin: 6pt 0; }
.centered { text-align: center; text-indent: 0; }
.right { text-align: right; text-indent: 0; }
.blank { white-space: pre; }
.code { white-space: nowrap; }

.letterhead {
  display: grid;
  grid-template-columns: 43% 57%;
  row-gap: 8pt;
  margin-bottom: 20pt;
  text-align: center;
  line-height: 1.2;
  align-items: baseline;
}
.letterhead p { margin: 0; text-align: center; text-indent: 0; text-wrap: balance; }
.letterhead .agency p { font-size: 12pt; }
.letterhead .number, .letterhead .state-name { font-size: 13pt; }
.letterhead .state-name { white-space: nowrap; letter-spacing: -.01em; }
.letterhead .issuer::after { content: ""; display: block; width: 40%; margin: 3pt auto 0; border-top: .75pt solid; }
.letterhead .motto span { display: inline-block; padding-bottom: 2pt; border-bottom: .75pt solid; }

.title { margin: 0 0 14pt; text-align: center; line-height: 1.25; }
.title h1 { margin: 0 0 2pt; font-size: 14pt; }
.title p { margin: 0 8%; text-align: center; text-indent: 0; text-wrap: balance; }
.title::after { content: ""; display: block; width: 34%; margin: 5pt auto 0; border-top: .75pt solid; }

h2, h3, h4, h5 { margin: 9pt 0 6pt; font-size: 14pt; text-indent: 1cm; break-after: avoid; break-inside: avoid; }
h5 { font-style: italic; }

table { width: calc(100% - 1pt); margin: 8pt 0 12pt; border-collapse: collapse; font-size: 13pt; line-height: 1.25; }
caption {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
th, td { padding: 3.5pt 5pt; border: .75pt solid #000; vertical-align: middle; text-align: left; }
thead th { text-align: center; text-wrap: balance; }
tbody th { font-weight: normal; }
td.centered, th.centered { text-align: center; }
td.right, th.right { text-align: right; }
td { font-variant-numeric: tabular-nums lining-nums; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
tr { break-inside: avoid; }
tbody tr:first-child { break-before: avoid; }

.signature { display: grid; grid-template-columns: 1fr 1fr; margin-top: 20pt; break-inside: avoid; }
.signature p { margin: 0; text-indent: 0; }
.recipients { font-size: 11pt; line-height: 1.25; }
.recipients .recipients-heading { font-size: 12pt; font-weight: bold; font-style: italic; }
.recipients li { text-indent: 0; text-align: left; }
.signatory p { text-align: center; font-weight: bold; }
.signatory .signed-name { margin-top: 26mm; }

.working-notes {
  width: 210mm;
  margin: 0 auto 12mm;
  padding: 6mm 10mm 7mm;
  border-left: 4px solid #9a6700;
  background: #fff8e5;
  color: #2b2413;
  font: 11pt/1.45 system-ui, "Segoe UI", Arial, "Liberation Sans", sans-serif;
}
.working-notes h2 { margin: 0 0 4mm; font-size: 13pt; text-indent: 0; }
.working-notes h3 { margin: 4mm 0 1mm; font-size: 11pt; text-indent: 0; }
.working-notes p, .working-notes li { margin: 0; text-align: left; text-indent: 0; }
.working-notes ul { padding-left: 5mm; list-style: disc; }
.working-notes li { margin: 1mm 0; }

@media screen and (max-width: 215mm) {
  .sheet, .working-notes { width: auto; margin: 0; box-shadow: none; }
  .sheet { min-height: 0; padding: 8mm 6mm; }
  .working-notes { padding: 6mm; }
  .letterhead, .signature { display: block; }
  .letterhead .state-name { white-space: normal; margin-top: 10pt; }
  .signatory { margin-top: 16pt; }
}
@media screen {
  .table-frame { overflow-x: auto; }
}
@media print {
  body { background: none; }
  .sheet { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .working-notes { display: none; }
}
)css";

}  // namespace parindex::report
