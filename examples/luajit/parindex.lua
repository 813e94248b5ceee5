-- parindex for LuaJIT: exact scores of administrative reform, explained point by point.
--
--     local set = parindex.read_criteria_set(json, "criteria.json")
--     local evaluation = set:read_assessment(marks, "assessment.json"):evaluate()
--     print(evaluation:points()) -- 94.52
--
-- What the library owns is freed by close(), or by the garbage collector, in any order: the library keeps what others were
-- made from. What fails is an error with a table: code, name, findings. The library is libparindex.so.1 as the loader finds
-- it (parindex.dll on Windows).

local ffi = require("ffi")

-- The part of parindex.h that is called here, word for word.
ffi.cdef([[
typedef int32_t parindex_status;

typedef struct parindex_criteria_set parindex_criteria_set;
typedef struct parindex_context parindex_context;
typedef struct parindex_assessment parindex_assessment;
typedef struct parindex_evaluation parindex_evaluation;
typedef struct parindex_diagnostics parindex_diagnostics;

typedef struct parindex_error {
    uint32_t struct_size;
    int32_t code;
    int32_t severity;
    uint32_t line;
    uint32_t column;
    uint32_t findings;
    char criterion[128];
    char where[256];
    char message[512];
} parindex_error;

typedef struct parindex_decimal {
    int64_t coefficient;
    int32_t scale;
    int32_t reserved;
} parindex_decimal;

typedef struct parindex_node {
    uint32_t struct_size;
    int32_t kind;
    int32_t point_kind;
    int32_t parent;
    int32_t end;
    int32_t level;
    int32_t part;
    int32_t states_maximum;
    int32_t maximum_origin;
    int32_t rule;
    int32_t fact_count;
} parindex_node;

typedef struct parindex_ledger_entry {
    uint32_t struct_size;
    int32_t node;
    int32_t kind;
    int32_t origin;
    int32_t is_deduction;
} parindex_ledger_entry;

uint32_t parindex_abi_version(void);
const char *parindex_status_name(parindex_status status);

parindex_status parindex_decimal_round(const char *text, size_t text_size, int32_t places, int32_t rounding,
                                       parindex_decimal *number, int32_t *exact, parindex_error *error);

size_t parindex_diagnostics_count(const parindex_diagnostics *diagnostics);
parindex_status parindex_diagnostics_get(const parindex_diagnostics *diagnostics, size_t index, parindex_error *finding,
                                         parindex_error *error);
parindex_status parindex_diagnostics_text(const parindex_diagnostics *diagnostics, size_t index, int32_t which, char *buffer,
                                          size_t capacity, size_t *size, parindex_error *error);
void parindex_diagnostics_free(parindex_diagnostics *diagnostics);

parindex_status parindex_criteria_set_read(const char *json, size_t json_size, const char *file, size_t file_size,
                                           parindex_criteria_set **set, parindex_diagnostics **diagnostics,
                                           parindex_error *error);
void parindex_criteria_set_free(parindex_criteria_set *set);
int32_t parindex_criteria_set_node_count(const parindex_criteria_set *set);
parindex_status parindex_criteria_set_node(const parindex_criteria_set *set, int32_t index, parindex_node *node,
                                           parindex_error *error);
parindex_status parindex_criteria_set_text(const parindex_criteria_set *set, int32_t node, int32_t which, char *buffer,
                                           size_t capacity, size_t *size, parindex_error *error);

parindex_status parindex_assessment_read(const parindex_criteria_set *set, const parindex_context *context, const char *json,
                                         size_t json_size, const char *file, size_t file_size,
                                         parindex_assessment **assessment, parindex_diagnostics **diagnostics,
                                         parindex_error *error);
parindex_status parindex_assessment_unit(const parindex_assessment *assessment, int32_t which, char *buffer, size_t capacity,
                                         size_t *size, parindex_error *error);
int32_t parindex_assessment_year(const parindex_assessment *assessment);
void parindex_assessment_free(parindex_assessment *assessment);

parindex_status parindex_evaluate(const parindex_assessment *assessment, const parindex_context *context,
                                  parindex_evaluation **evaluation, parindex_diagnostics **diagnostics,
                                  parindex_error *error);
void parindex_evaluation_free(parindex_evaluation *evaluation);
parindex_status parindex_evaluation_points(const parindex_evaluation *evaluation, int32_t node, int32_t which, char *buffer,
                                           size_t capacity, size_t *size, parindex_error *error);
size_t parindex_evaluation_ledger_count(const parindex_evaluation *evaluation, int32_t node);
parindex_status parindex_evaluation_ledger_entry(const parindex_evaluation *evaluation, int32_t node, size_t index,
                                                 parindex_ledger_entry *entry, parindex_error *error);
parindex_status parindex_evaluation_ledger_amount(const parindex_evaluation *evaluation, int32_t node, size_t index,
                                                  char *buffer, size_t capacity, size_t *size, parindex_error *error);
parindex_status parindex_evaluation_explain(const parindex_evaluation *evaluation, int32_t node, int32_t language,
                                            char *buffer, size_t capacity, size_t *size, parindex_error *error);
]])

local native = ffi.load(ffi.os == "Windows" and "parindex" or "libparindex.so.1")
assert(native.parindex_abi_version() == 1, "libparindex has another ABI than 1")

local parindex = { points = { maximum = 0, score = 1, lowest = 2, highest = 3, deduction = 4 },
                   languages = { vietnamese = 0, english = 1 } }

local BUFFER_TOO_SMALL = 6
local TEXT = { code = 0, name = 1, where = 7, criterion = 8, message = 9 }
local KINDS = { [0] = "group", "leaf", "remainder" }
local SEVERITIES = { [0] = "note", "warning", "error" }

local function structure(ctype)
    local memory = ffi.new(ctype)
    memory.struct_size = ffi.sizeof(memory)
    return memory
end

local error_meta = {
    __tostring = function(failure)
        local messages = {}
        for i, finding in ipairs(failure.findings) do messages[i] = finding.message end
        return table.concat(messages, "\n")
    end,
}

local function finding_of(memory)
    return {
        code = memory.code, name = ffi.string(native.parindex_status_name(memory.code)), severity = SEVERITIES[memory.severity],
        line = memory.line, column = memory.column, where = ffi.string(memory.where),
        criterion = ffi.string(memory.criterion), message = ffi.string(memory.message),
    }
end

local function fail(findings)
    error(setmetatable({ code = findings[1].code, name = findings[1].name, findings = findings }, error_meta), 0)
end

--- Calls a function that reports its first error only. The place for the error is added.
local function call(name, ...)
    local arguments, count = { ... }, select("#", ...)
    local failure = structure("parindex_error")
    arguments[count + 1] = failure
    if native[name](unpack(arguments, 1, count + 1)) ~= 0 then fail({ finding_of(failure) }) end
end

--- A text that a function writes. Buffer, capacity, size and the place for the error are added.
local function text(name, object, ...)
    local capacity = 256
    local size, failure = ffi.new("size_t[1]"), structure("parindex_error")
    while true do
        local buffer = ffi.new("char[?]", capacity)
        local arguments, count = { ... }, select("#", ...)
        arguments[count + 1], arguments[count + 2], arguments[count + 3], arguments[count + 4] = buffer, capacity, size, failure
        local status = native[name](object, unpack(arguments, 1, count + 4))
        if status == 0 then return ffi.string(buffer, size[0]) end
        if status ~= BUFFER_TOO_SMALL then fail({ finding_of(failure) }) end
        capacity = tonumber(size[0]) + 1
    end
end

local function findings_in(diagnostics)
    local findings = {}
    local memory = structure("parindex_error")
    for index = 0, tonumber(native.parindex_diagnostics_count(diagnostics)) - 1 do
        call("parindex_diagnostics_get", diagnostics, index, memory)
        local finding = finding_of(memory)
        for _, which in ipairs({ "where", "criterion", "message" }) do
            finding[which] = text("parindex_diagnostics_text", diagnostics, index, TEXT[which])
        end
        findings[index + 1] = finding
    end
    return findings
end

--- Makes an object of `class` by a function that reports all findings. The places for the handle, for the findings and for
--- the error are added. The object has the findings that a person should know although the call succeeded.
local function make(class, name, ...)
    local made = ffi.new("parindex_" .. class.noun .. " *[1]")
    local diagnostics = ffi.new("parindex_diagnostics *[1]")
    local failure = structure("parindex_error")
    local arguments, count = { ... }, select("#", ...)
    arguments[count + 1], arguments[count + 2], arguments[count + 3] = made, diagnostics, failure
    local status = native[name](unpack(arguments, 1, count + 3))
    local found = ffi.gc(diagnostics[0], native.parindex_diagnostics_free)
    local handle = ffi.gc(made[0], class.free)
    local findings = findings_in(found)
    if status ~= 0 then fail(#findings > 0 and findings or { finding_of(failure) }) end
    return setmetatable({ handle = handle, findings = findings }, class)
end

--- The handle of an object, for calls.
local function open(object)
    return object.handle or error("the " .. object.noun .. " is closed", 3)
end

local function new_class(noun)
    local class = { noun = noun, free = native["parindex_" .. noun .. "_free"] }
    class.__index = class

    --- Frees it now instead of some time later.
    function class:close()
        if self.handle then
            self.free(ffi.gc(self.handle, nil))
            self.handle = nil
        end
    end

    return class
end

local criteria_set = new_class("criteria_set")
local assessment = new_class("assessment")
local evaluation = new_class("evaluation")

--- A set from JSON; `file` is what findings call it.
function parindex.read_criteria_set(json, file)
    file = file or ""
    return make(criteria_set, "parindex_criteria_set_read", json, #json, file, #file)
end

--- All nodes in the order of the document, by index from 0: code, name, kind, level (0 the set, 1 a field); `count` of them.
function criteria_set:nodes()
    local count = native.parindex_criteria_set_node_count(open(self))
    local nodes = { count = count }
    local memory = structure("parindex_node")
    for index = 0, count - 1 do
        call("parindex_criteria_set_node", open(self), index, memory)
        nodes[index] = {
            code = text("parindex_criteria_set_text", open(self), index, TEXT.code),
            name = text("parindex_criteria_set_text", open(self), index, TEXT.name),
            kind = KINDS[memory.kind], level = memory.level,
        }
    end
    return nodes
end

--- The marks of one unit from JSON.
function criteria_set:read_assessment(json, file)
    file = file or ""
    return make(assessment, "parindex_assessment_read", open(self), nil, json, #json, file, #file)
end

function assessment:unit_name()
    return text("parindex_assessment_unit", open(self), TEXT.name)
end

function assessment:year()
    return native.parindex_assessment_year(open(self))
end

function assessment:evaluate()
    return make(evaluation, "parindex_evaluate", open(self), nil)
end

--- Exact points as text: "94.52", or "11/14" where no decimal ends.
function evaluation:points(node, which)
    return text("parindex_evaluation_points", open(self), node or 0, which or parindex.points.score)
end

--- Why a node and all below it do not have the maximum: node, is_deduction, amount (text), and the amount in units of
--- 10^-15 to sort by: two that differ in practice differ there.
function evaluation:ledger(node)
    local entries = {}
    local memory, rounded = structure("parindex_ledger_entry"), ffi.new("parindex_decimal")
    for index = 0, tonumber(native.parindex_evaluation_ledger_count(open(self), node or 0)) - 1 do
        call("parindex_evaluation_ledger_entry", open(self), node or 0, index, memory)
        local amount = text("parindex_evaluation_ledger_amount", open(self), node or 0, index)
        call("parindex_decimal_round", amount, #amount, 15, 0, rounded, nil)
        entries[index + 1] = { node = memory.node, is_deduction = memory.is_deduction == 1, amount = amount,
                               size = rounded.coefficient }
    end
    return entries
end

--- How a node came to its points, in one sentence.
function evaluation:explain(node, language)
    return text("parindex_evaluation_explain", open(self), node, language or parindex.languages.vietnamese)
end

return parindex
