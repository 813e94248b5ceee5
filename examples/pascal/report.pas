{ Scores one unit, names its fields and what cost it most, and shows what an error looks like.

  usage: report DATA_FOLDER }
program report;

{$mode objfpc}{$H+}

uses
  Classes, SysUtils, Parindex;

function Content(const Folder, Name: string): UTF8String;
var
  Stream: TFileStream;
begin
  Stream := TFileStream.Create(IncludeTrailingPathDelimiter(Folder) + Name, fmOpenRead or fmShareDenyWrite);
  try
    SetLength(Result, Stream.Size);
    Stream.ReadBuffer(Result[1], Stream.Size);
  finally
    Stream.Free;
  end;
end;

procedure PrintScore(Scored: TEvaluation; Node: Int32);
begin
  WriteLn(Scored.Points(Node), ' of ', Scored.Points(Node, ptMaximum));
end;

procedure PrintFields(Criteria: TCriteriaSet; Scored: TEvaluation);
var
  Index: Int32;
begin
  WriteLn('fields:');
  for Index := 0 to Criteria.NodeCount - 1 do
    if Criteria.Nodes[Index].Level = 1 then
    begin
      Write('  ', Criteria.Nodes[Index].Code, ' ', Criteria.Nodes[Index].Name, ': ');
      PrintScore(Scored, Index);
    end;
end;

{ The largest first; ties stay in the order of the document. }
function SortedDeductions(const Ledger: TLedger): TLedger;
var
  Entry: TLedgerEntry;
  Place: SizeInt;
begin
  Result := nil;
  for Entry in Ledger do
    if Entry.IsDeduction then
    begin
      Place := Length(Result);
      while (Place > 0) and (Result[Place - 1].Size < Entry.Size) do
        Dec(Place);
      Insert(Entry, Result, Place);
    end;
end;

procedure PrintDeductions(Criteria: TCriteriaSet; Scored: TEvaluation);
var
  Entry: TLedgerEntry;
begin
  WriteLn('largest deductions:');
  for Entry in Copy(SortedDeductions(Scored.Ledger), 0, 3) do
    WriteLn('  ', Criteria.Nodes[Entry.Node].Code, ' -', Entry.Amount, ': ', Scored.Explain(Entry.Node));
end;

procedure PrintError(Criteria: TCriteriaSet; const Marks: UTF8String);
var
  Each: TFinding;
begin
  WriteLn('error:');
  try
    TAssessment.Read(Criteria, StringReplace(Marks, '"score": "3.61"', '"score": "36.1"', []), 'assessment.json').Free;
  except
    on Error: EParindex do
      for Each in Error.Findings do
        WriteLn('  ', Each.Code, ' ', Each.Name, ' ', Each.Line, ':', Each.Column, ' ', Each.Where, ' [', Each.Criterion,
          ']: ', Each.Message);
  end;
end;

procedure PrintReport(const Folder: string);
var
  Criteria: TCriteriaSet;
  Assessment: TAssessment = nil;
  Scored: TEvaluation = nil;
  Marks: UTF8String;
begin
  Marks := Content(Folder, 'assessment.json');
  Criteria := TCriteriaSet.Read(Content(Folder, 'criteria.json'), 'criteria.json');
  try
    Assessment := TAssessment.Read(Criteria, Marks, 'assessment.json');
    Scored := Assessment.Evaluate;
    WriteLn(Assessment.UnitName, ', ', Assessment.Year);
    Write('total ');
    PrintScore(Scored, 0);
    PrintFields(Criteria, Scored);
    PrintDeductions(Criteria, Scored);
    PrintError(Criteria, Marks);
  finally
    Scored.Free;
    Assessment.Free;
    Criteria.Free;
  end;
end;

begin
  { UTF-8 in memory and in what is printed, whatever the locale. }
  SetMultiByteConversionCodePage(CP_UTF8);
  SetTextCodePage(Output, CP_UTF8);
  if ParamCount <> 1 then
  begin
    WriteLn(StdErr, 'usage: report DATA_FOLDER');
    Halt(2);
  end;
  try
    PrintReport(ParamStr(1));
  except
    on Error: Exception do
    begin
      WriteLn(StdErr, 'error: ', Error.Message);
      Halt(1);
    end;
  end;
end.
