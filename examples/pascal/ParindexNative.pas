{ What the unit Parindex calls of parindex.h. }
unit ParindexNative;

{$mode objfpc}{$H+}
{$packrecords c}

interface

const
  LibraryName = 'parindex';
  AbiVersion = 1;
  StatusOk = 0;
  StatusBufferTooSmall = 6;
  TextCode = 0;
  TextName = 1;
  TextWhere = 7;
  TextCriterion = 8;
  TextMessage = 9;
  RoundingHalfUp = 0;

type
  TStatus = Int32;
  PHandle = Pointer;

  TErrorRecord = record
    StructSize: UInt32;
    Code: Int32;
    Severity: Int32;
    Line: UInt32;
    Column: UInt32;
    Findings: UInt32;
    Criterion: array[0..127] of AnsiChar;
    Where: array[0..255] of AnsiChar;
    Message: array[0..511] of AnsiChar;
  end;
  PErrorRecord = ^TErrorRecord;

  TDecimalRecord = record
    Coefficient: Int64;
    Scale: Int32;
    Reserved: Int32;
  end;

  TNodeRecord = record
    StructSize: UInt32;
    Kind, PointKind, Parent, EndNode, Level, Part, StatesMaximum, MaximumOrigin, Rule, FactCount: Int32;
  end;

  TLedgerRecord = record
    StructSize: UInt32;
    Node, Kind, Origin, IsDeduction: Int32;
  end;

function parindex_abi_version: UInt32; cdecl; external LibraryName;
function parindex_status_name(Status: TStatus): PAnsiChar; cdecl; external LibraryName;

function parindex_decimal_round(Text: PAnsiChar; TextSize: SizeUInt; Places, Rounding: Int32; out Number: TDecimalRecord;
  Exact: PInt32; Error: PErrorRecord): TStatus; cdecl; external LibraryName;

function parindex_diagnostics_count(Diagnostics: PHandle): SizeUInt; cdecl; external LibraryName;
function parindex_diagnostics_get(Diagnostics: PHandle; Index: SizeUInt; var Finding: TErrorRecord;
  Error: PErrorRecord): TStatus; cdecl; external LibraryName;
function parindex_diagnostics_text(Diagnostics: PHandle; Index: SizeUInt; Which: Int32; Buffer: PAnsiChar;
  Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus; cdecl; external LibraryName;
procedure parindex_diagnostics_free(Diagnostics: PHandle); cdecl; external LibraryName;

function parindex_criteria_set_read(Json: PAnsiChar; JsonSize: SizeUInt; FileName: PAnsiChar; FileSize: SizeUInt;
  var CriteriaSet: PHandle; var Diagnostics: PHandle; Error: PErrorRecord): TStatus; cdecl; external LibraryName;
procedure parindex_criteria_set_free(CriteriaSet: PHandle); cdecl; external LibraryName;
function parindex_criteria_set_node_count(CriteriaSet: PHandle): Int32; cdecl; external LibraryName;
function parindex_criteria_set_node(CriteriaSet: PHandle; Index: Int32; var Node: TNodeRecord;
  Error: PErrorRecord): TStatus; cdecl; external LibraryName;
function parindex_criteria_set_text(CriteriaSet: PHandle; Node, Which: Int32; Buffer: PAnsiChar; Capacity: SizeUInt;
  Size: PSizeUInt; Error: PErrorRecord): TStatus; cdecl; external LibraryName;

function parindex_assessment_read(CriteriaSet, Context: PHandle; Json: PAnsiChar; JsonSize: SizeUInt; FileName: PAnsiChar;
  FileSize: SizeUInt; var Assessment: PHandle; var Diagnostics: PHandle; Error: PErrorRecord): TStatus; cdecl;
  external LibraryName;
function parindex_assessment_unit(Assessment: PHandle; Which: Int32; Buffer: PAnsiChar; Capacity: SizeUInt;
  Size: PSizeUInt; Error: PErrorRecord): TStatus; cdecl; external LibraryName;
function parindex_assessment_year(Assessment: PHandle): Int32; cdecl; external LibraryName;
procedure parindex_assessment_free(Assessment: PHandle); cdecl; external LibraryName;

function parindex_evaluate(Assessment, Context: PHandle; var Evaluation: PHandle; var Diagnostics: PHandle;
  Error: PErrorRecord): TStatus; cdecl; external LibraryName;
procedure parindex_evaluation_free(Evaluation: PHandle); cdecl; external LibraryName;
function parindex_evaluation_points(Evaluation: PHandle; Node, Which: Int32; Buffer: PAnsiChar; Capacity: SizeUInt;
  Size: PSizeUInt; Error: PErrorRecord): TStatus; cdecl; external LibraryName;
function parindex_evaluation_ledger_count(Evaluation: PHandle; Node: Int32): SizeUInt; cdecl; external LibraryName;
function parindex_evaluation_ledger_entry(Evaluation: PHandle; Node: Int32; Index: SizeUInt; var Entry: TLedgerRecord;
  Error: PErrorRecord): TStatus; cdecl; external LibraryName;
function parindex_evaluation_ledger_amount(Evaluation: PHandle; Node: Int32; Index: SizeUInt; Buffer: PAnsiChar;
  Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus; cdecl; external LibraryName;
function parindex_evaluation_explain(Evaluation: PHandle; Node, Language: Int32; Buffer: PAnsiChar; Capacity: SizeUInt;
  Size: PSizeUInt; Error: PErrorRecord): TStatus; cdecl; external LibraryName;

implementation

end.
