{ parindex for Free Pascal: exact scores of administrative reform, explained point by point.

  What the library owns belongs to classes, which are freed in any order: it keeps what others were made from. What fails
  raises EParindex with all findings. The library is libparindex.so.1 as the loader finds it (parindex.dll on Windows). }
unit Parindex;

{$mode objfpc}{$H+}
{$modeswitch nestedprocvars}

interface

uses
  SysUtils, ParindexNative;

type
  TSeverity = (sevNote, sevWarning, sevError);

  { One thing that was found in a file or in marks. }
  TFinding = record
    Code: Int32;        { a number of parindex.h, such as 400 }
    Name: UTF8String;   { score_above_maximum }
    Severity: TSeverity;
    Line: UInt32;       { from 1; 0: unknown }
    Column: UInt32;     { in code points, from 1; 0: unknown }
    Where: UTF8String;  { JSON Pointer, or empty }
    Criterion: UTF8String;
    Message: UTF8String;
  end;
  TFindings = array of TFinding;

  { A call that failed, with all that it found. }
  EParindex = class(Exception)
  private
    FFindings: TFindings;
  public
    constructor Create(const Findings: TFindings);
    property Findings: TFindings read FFindings;
  end;

  TNodeKind = (nkGroup, nkLeaf, nkRemainder);

  { A criterion, field or group of a set, or the whole of it (node 0). }
  TNode = record
    Index: Int32;
    Code: UTF8String;
    Name: UTF8String;
    Kind: TNodeKind;
    Level: Int32;  { 0 the set, 1 a field }
  end;

  { A criteria set (bộ tiêu chí) that passed every check. It never changes. }
  TCriteriaSet = class
  private
    FHandle: PHandle;
    FNodes: array of TNode;
    function GetNode(Index: Int32): TNode;
    function GetNodeCount: Int32;
    function ReadNode(Index: Int32): TNode;
  public
    { FileName is what findings call the text. }
    constructor Read(const Json, FileName: UTF8String);
    destructor Destroy; override;
    property NodeCount: Int32 read GetNodeCount;
    property Nodes[Index: Int32]: TNode read GetNode;
  end;

  TPoints = (ptMaximum, ptScore, ptLowest, ptHighest, ptDeduction);
  TLanguage = (lgVietnamese, lgEnglish);

  { One reason why the points of a node are not the maximum. }
  TLedgerEntry = record
    Node: Int32;  { where it arose }
    IsDeduction: Boolean;
    Amount: UTF8String;  { exact: "0.5", "11/14"; above zero where points are taken away }
    Size: Int64;         { the amount in units of 10^-15, to sort by: two that differ in practice differ here }
  end;
  TLedger = array of TLedgerEntry;

  TEvaluation = class;

  { The marks (kết quả chấm điểm) of one unit for one year. }
  TAssessment = class
  private
    FHandle: PHandle;
    function GetUnitName: UTF8String;
    function GetYear: Int32;
  public
    constructor Read(CriteriaSet: TCriteriaSet; const Json, FileName: UTF8String);
    destructor Destroy; override;
    { Belongs to the caller. }
    function Evaluate: TEvaluation;
    property UnitName: UTF8String read GetUnitName;
    property Year: Int32 read GetYear;
  end;

  { The points of one unit, and how they came about. It never changes. }
  TEvaluation = class
  private
    FHandle: PHandle;
    function ReadEntry(Node: Int32; Index: SizeUInt): TLedgerEntry;
  public
    constructor Create(Assessment: TAssessment);
    destructor Destroy; override;
    { Exact: "94.52", or "11/14" where no decimal ends. }
    function Points(Node: Int32 = 0; Which: TPoints = ptScore): UTF8String;
    { Of a node and all below it, in the order of the document. }
    function Ledger(Node: Int32 = 0): TLedger;
    { How a node came to its points, in one sentence. }
    function Explain(Node: Int32; Language: TLanguage = lgVietnamese): UTF8String;
  end;

implementation

type
  TTextWriter = function(Buffer: PAnsiChar; Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus is nested;

function NewError: TErrorRecord;
begin
  Result := Default(TErrorRecord);
  Result.StructSize := SizeOf(Result);
end;

function Utf8(Text: PAnsiChar; Size: SizeInt): UTF8String;
begin
  SetLength(Result, Size);
  if Size > 0 then
    Move(Text^, Result[1], Size);
end;

function Utf8(Text: PAnsiChar): UTF8String;
begin
  Result := Utf8(Text, StrLen(Text));
end;

function FindingOf(const Error: TErrorRecord): TFinding;
begin
  Result.Code := Error.Code;
  Result.Name := Utf8(parindex_status_name(Error.Code));
  Result.Severity := TSeverity(Error.Severity);
  Result.Line := Error.Line;
  Result.Column := Error.Column;
  Result.Where := Utf8(@Error.Where[0]);
  Result.Criterion := Utf8(@Error.Criterion[0]);
  Result.Message := Utf8(@Error.Message[0]);
end;

procedure Check(Status: TStatus; const Error: TErrorRecord);
begin
  if Status <> StatusOk then
    raise EParindex.Create([FindingOf(Error)]);
end;

function TextOf(Writer: TTextWriter): UTF8String;
var
  Usual: array[0..255] of AnsiChar;
  Size: SizeUInt;
  Error: TErrorRecord;
  Status: TStatus;
begin
  Error := NewError;
  Status := Writer(@Usual[0], Length(Usual), @Size, @Error);
  if Status = StatusBufferTooSmall then
  begin
    SetLength(Result, Size);
    Status := Writer(PAnsiChar(Result), Size + 1, @Size, @Error);  { a string has room for the NUL }
  end
  else if Status = StatusOk then
    Result := Utf8(@Usual[0], Size);
  Check(Status, Error);
end;

{ All that a call found; frees what holds it. }
function TakeFindings(Diagnostics: PHandle): TFindings;
var
  Index: SizeInt;
  Which: Int32;

  function Write(Buffer: PAnsiChar; Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus;
  begin
    Result := parindex_diagnostics_text(Diagnostics, Index, Which, Buffer, Capacity, Size, Error);
  end;

  function Text(Wanted: Int32): UTF8String;
  begin
    Which := Wanted;
    Result := TextOf(@Write);
  end;

var
  Finding, Error: TErrorRecord;
begin
  Result := nil;
  Finding := NewError;
  Error := NewError;
  try
    SetLength(Result, parindex_diagnostics_count(Diagnostics));
    for Index := 0 to High(Result) do
    begin
      Check(parindex_diagnostics_get(Diagnostics, Index, Finding, @Error), Error);
      Result[Index] := FindingOf(Finding);
      Result[Index].Where := Text(TextWhere);
      Result[Index].Criterion := Text(TextCriterion);
      Result[Index].Message := Text(TextMessage);
    end;
  finally
    parindex_diagnostics_free(Diagnostics);
  end;
end;

{ For calls that report all findings. }
procedure Check(Status: TStatus; Diagnostics: PHandle; const Error: TErrorRecord);
var
  Findings: TFindings;
begin
  Findings := TakeFindings(Diagnostics);
  if Status = StatusOk then
    Exit;
  if Findings = nil then
    Findings := [FindingOf(Error)];
  raise EParindex.Create(Findings);
end;

{ EParindex }

constructor EParindex.Create(const Findings: TFindings);
var
  Finding: TFinding;
  Text: UTF8String;
begin
  Text := '';
  for Finding in Findings do
  begin
    if Text <> '' then
      Text := Text + LineEnding;
    Text := Text + Finding.Message;
  end;
  inherited Create(Text);
  FFindings := Findings;
end;

{ TCriteriaSet }

constructor TCriteriaSet.Read(const Json, FileName: UTF8String);
var
  Diagnostics: PHandle = nil;
  Error: TErrorRecord;
  Status: TStatus;
  Index: Int32;
begin
  inherited Create;
  Error := NewError;
  Status := parindex_criteria_set_read(PAnsiChar(Json), Length(Json), PAnsiChar(FileName), Length(FileName), FHandle,
    Diagnostics, @Error);
  Check(Status, Diagnostics, Error);
  SetLength(FNodes, parindex_criteria_set_node_count(FHandle));
  for Index := 0 to High(FNodes) do
    FNodes[Index] := ReadNode(Index);
end;

destructor TCriteriaSet.Destroy;
begin
  parindex_criteria_set_free(FHandle);
  inherited;
end;

function TCriteriaSet.GetNode(Index: Int32): TNode;
begin
  Result := FNodes[Index];
end;

function TCriteriaSet.GetNodeCount: Int32;
begin
  Result := Length(FNodes);
end;

function TCriteriaSet.ReadNode(Index: Int32): TNode;
var
  Which: Int32;

  function Write(Buffer: PAnsiChar; Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus;
  begin
    Result := parindex_criteria_set_text(FHandle, Index, Which, Buffer, Capacity, Size, Error);
  end;

var
  Known: TNodeRecord;
  Error: TErrorRecord;
begin
  Known := Default(TNodeRecord);
  Known.StructSize := SizeOf(Known);
  Error := NewError;
  Check(parindex_criteria_set_node(FHandle, Index, Known, @Error), Error);
  Result.Index := Index;
  Result.Kind := TNodeKind(Known.Kind);
  Result.Level := Known.Level;
  Which := TextCode;
  Result.Code := TextOf(@Write);
  Which := TextName;
  Result.Name := TextOf(@Write);
end;

{ TAssessment }

constructor TAssessment.Read(CriteriaSet: TCriteriaSet; const Json, FileName: UTF8String);
var
  Diagnostics: PHandle = nil;
  Error: TErrorRecord;
  Status: TStatus;
begin
  inherited Create;
  Error := NewError;
  Status := parindex_assessment_read(CriteriaSet.FHandle, nil, PAnsiChar(Json), Length(Json), PAnsiChar(FileName),
    Length(FileName), FHandle, Diagnostics, @Error);
  Check(Status, Diagnostics, Error);
end;

destructor TAssessment.Destroy;
begin
  parindex_assessment_free(FHandle);
  inherited;
end;

function TAssessment.Evaluate: TEvaluation;
begin
  Result := TEvaluation.Create(Self);
end;

function TAssessment.GetUnitName: UTF8String;

  function Write(Buffer: PAnsiChar; Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus;
  begin
    Result := parindex_assessment_unit(FHandle, TextName, Buffer, Capacity, Size, Error);
  end;

begin
  Result := TextOf(@Write);
end;

function TAssessment.GetYear: Int32;
begin
  Result := parindex_assessment_year(FHandle);
end;

{ TEvaluation }

constructor TEvaluation.Create(Assessment: TAssessment);
var
  Diagnostics: PHandle = nil;
  Error: TErrorRecord;
  Status: TStatus;
begin
  inherited Create;
  Error := NewError;
  Status := parindex_evaluate(Assessment.FHandle, nil, FHandle, Diagnostics, @Error);
  Check(Status, Diagnostics, Error);
end;

destructor TEvaluation.Destroy;
begin
  parindex_evaluation_free(FHandle);
  inherited;
end;

function TEvaluation.Points(Node: Int32; Which: TPoints): UTF8String;

  function Write(Buffer: PAnsiChar; Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus;
  begin
    Result := parindex_evaluation_points(FHandle, Node, Ord(Which), Buffer, Capacity, Size, Error);
  end;

begin
  Result := TextOf(@Write);
end;

function TEvaluation.Ledger(Node: Int32): TLedger;
var
  Index: SizeInt;
begin
  Result := nil;
  SetLength(Result, parindex_evaluation_ledger_count(FHandle, Node));
  for Index := 0 to High(Result) do
    Result[Index] := ReadEntry(Node, Index);
end;

function TEvaluation.ReadEntry(Node: Int32; Index: SizeUInt): TLedgerEntry;

  function Write(Buffer: PAnsiChar; Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus;
  begin
    Result := parindex_evaluation_ledger_amount(FHandle, Node, Index, Buffer, Capacity, Size, Error);
  end;

var
  Entry: TLedgerRecord;
  Amount: TDecimalRecord;
  Error: TErrorRecord;
begin
  Entry := Default(TLedgerRecord);
  Entry.StructSize := SizeOf(Entry);
  Error := NewError;
  Check(parindex_evaluation_ledger_entry(FHandle, Node, Index, Entry, @Error), Error);
  Result.Node := Entry.Node;
  Result.IsDeduction := Entry.IsDeduction = 1;
  Result.Amount := TextOf(@Write);
  Check(parindex_decimal_round(PAnsiChar(Result.Amount), Length(Result.Amount), 15, RoundingHalfUp, Amount, nil, @Error),
    Error);
  Result.Size := Amount.Coefficient;
end;

function TEvaluation.Explain(Node: Int32; Language: TLanguage): UTF8String;

  function Write(Buffer: PAnsiChar; Capacity: SizeUInt; Size: PSizeUInt; Error: PErrorRecord): TStatus;
  begin
    Result := parindex_evaluation_explain(FHandle, Node, Ord(Language), Buffer, Capacity, Size, Error);
  end;

begin
  Result := TextOf(@Write);
end;

initialization
  if parindex_abi_version <> AbiVersion then
    raise Exception.CreateFmt('libparindex has another ABI than %d', [AbiVersion]);

end.
