# frozen_string_literal: true

require "fiddle/import"

module Parindex
  # What this library calls of parindex.h, word for word.
  module Native
    extend Fiddle::Importer

    ABI_VERSION = 1
    OK = 0
    BUFFER_TOO_SMALL = 6
    NONE = -1
    HALF_UP = 0

    dlload Gem.win_platform? ? "parindex.dll" : "libparindex.so.1"
    typealias "parindex_status", "int32_t"

    [
      "uint32_t parindex_abi_version(void)",
      "const char *parindex_status_name(parindex_status status)",

      "size_t parindex_diagnostics_count(const parindex_diagnostics *diagnostics)",
      "parindex_status parindex_diagnostics_get(const parindex_diagnostics *diagnostics, size_t index,
                                                parindex_error *finding, parindex_error *error)",
      "parindex_status parindex_diagnostics_text(const parindex_diagnostics *diagnostics, size_t index, int32_t which,
                                                 char *buffer, size_t capacity, size_t *size, parindex_error *error)",
      "void parindex_diagnostics_free(parindex_diagnostics *diagnostics)",

      "parindex_status parindex_criteria_set_read(const char *json, size_t json_size, const char *file, size_t file_size,
                                                  parindex_criteria_set **set, parindex_diagnostics **diagnostics,
                                                  parindex_error *error)",
      "void parindex_criteria_set_free(parindex_criteria_set *set)",
      "int32_t parindex_criteria_set_node_count(const parindex_criteria_set *set)",
      "parindex_status parindex_criteria_set_node(const parindex_criteria_set *set, int32_t index, parindex_node *node,
                                                  parindex_error *error)",
      "parindex_status parindex_criteria_set_text(const parindex_criteria_set *set, int32_t node, int32_t which,
                                                  char *buffer, size_t capacity, size_t *size, parindex_error *error)",

      "parindex_status parindex_assessment_read(const parindex_criteria_set *set, const parindex_context *context,
                                                const char *json, size_t json_size, const char *file, size_t file_size,
                                                parindex_assessment **assessment, parindex_diagnostics **diagnostics,
                                                parindex_error *error)",
      "parindex_status parindex_assessment_unit(const parindex_assessment *assessment, int32_t which, char *buffer,
                                                size_t capacity, size_t *size, parindex_error *error)",
      "int32_t parindex_assessment_year(const parindex_assessment *assessment)",
      "void parindex_assessment_free(parindex_assessment *assessment)",

      "parindex_status parindex_evaluate(const parindex_assessment *assessment, const parindex_context *context,
                                         parindex_evaluation **evaluation, parindex_diagnostics **diagnostics,
                                         parindex_error *error)",
      "void parindex_evaluation_free(parindex_evaluation *evaluation)",
      "parindex_status parindex_evaluation_points(const parindex_evaluation *evaluation, int32_t node, int32_t which,
                                                  char *buffer, size_t capacity, size_t *size, parindex_error *error)",
      "size_t parindex_evaluation_ledger_count(const parindex_evaluation *evaluation, int32_t node)",
      "parindex_status parindex_evaluation_ledger_entry(const parindex_evaluation *evaluation, int32_t node, size_t index,
                                                        parindex_ledger_entry *entry, parindex_error *error)",
      "parindex_status parindex_evaluation_ledger_amount(const parindex_evaluation *evaluation, int32_t node,
                                                         size_t index, char *buffer, size_t capacity, size_t *size,
                                                         parindex_error *error)",
      "parindex_status parindex_evaluation_explain(const parindex_evaluation *evaluation, int32_t node, int32_t language,
                                                   char *buffer, size_t capacity, size_t *size, parindex_error *error)",

      "parindex_status parindex_batch_score(const parindex_criteria_set *set, const parindex_context *context,
                                            const parindex_batch *batch, const parindex_batch_result *result,
                                            parindex_diagnostics **diagnostics, parindex_error *error)"
    ].each { |prototype| extern prototype }

    raise LoadError, "libparindex has another ABI than #{ABI_VERSION}" unless parindex_abi_version == ABI_VERSION

    # A structure of the header as a String; the fields are those of Array#pack.
    Layout = ::Struct.new(:fields, :size) do
      # Memory that begins with its size, as the library asks of structures that may grow.
      def room
        [size].pack("L").ljust(size, "\0")
      end

      def read(memory)
        memory.unpack(fields)
      end
    end

    ERROR = Layout.new("x4l2L2x4Z128Z256Z512", 920) # code, severity, line, column, criterion, where, message
    NODE = Layout.new("x4lx12lx20", 44) # kind, level
    LEDGER_ENTRY = Layout.new("x4lx8l", 20) # node, is_deduction
  end
  private_constant :Native
end
