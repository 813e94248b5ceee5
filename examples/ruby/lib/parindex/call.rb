# frozen_string_literal: true

module Parindex
  # Calls that raise, and texts out of them. Memory belongs to one call each, since Ruby lets other threads run meanwhile.
  module Call
    USUAL_TEXT = 256
    SEVERITIES = %i[note warning error].freeze
    TEXTS = { where: 7, criterion: 8, message: 9 }.freeze

    module_function

    # Calls a function that reports its first error only. The place for the error is added.
    def checked(name, *given)
      error = Native::ERROR.room
      raise Error, [finding(error)] unless Native.public_send(name, *given, error) == Native::OK
    end

    # Calls a function that reports all findings, which are returned if it succeeds. The places for them and for the error
    # are added.
    def with_findings(name, *given)
      error = Native::ERROR.room
      place = room_for_pointer
      status = Native.public_send(name, *given, place, error)
      findings = all_findings(pointer_in(place))
      return findings if status == Native::OK

      raise Error, findings.empty? ? [finding(error)] : findings
    end

    # A text that a function writes. Buffer, capacity, size and the place for the error are added.
    def text(name, *given, capacity: USUAL_TEXT)
      buffer = "\0" * capacity
      size = "\0" * Fiddle::SIZEOF_SIZE_T
      error = Native::ERROR.room
      status = Native.public_send(name, *given, buffer, capacity, size, error)
      size = size.unpack1("J")
      return utf8(buffer.byteslice(0, size)) if status == Native::OK
      return text(name, *given, capacity: size + 1) if status == Native::BUFFER_TOO_SMALL

      raise Error, [finding(error)]
    end

    # A text as the library takes it: with its length in bytes.
    def text_in(text)
      [text, text.bytesize]
    end

    def room_for_pointer
      "\0" * Fiddle::SIZEOF_VOIDP
    end

    # The address that a call wrote; 0: none.
    def pointer_in(place)
      place.unpack1("J")
    end

    def all_findings(diagnostics)
      return [] if diagnostics.zero?

      begin
        Array.new(Native.parindex_diagnostics_count(diagnostics)) { |index| finding_at(diagnostics, index) }
      ensure
        Native.parindex_diagnostics_free(diagnostics)
      end
    end

    # With whole texts.
    def finding_at(diagnostics, index)
      memory = Native::ERROR.room
      checked(:parindex_diagnostics_get, diagnostics, index, memory)
      texts = TEXTS.transform_values { |which| text(:parindex_diagnostics_text, diagnostics, index, which) }
      finding(memory, **texts)
    end

    def finding(memory, **whole)
      code, severity, line, column, *texts = Native::ERROR.read(memory)
      criterion, where, message = texts.map { |text| utf8(text) }
      Finding.new(code: code, name: utf8(Native.parindex_status_name(code).to_s), severity: SEVERITIES.fetch(severity),
                  line: line, column: column, criterion: criterion, where: where, message: message, **whole).freeze
    end

    def utf8(bytes)
      bytes.force_encoding(Encoding::UTF_8)
    end
  end
  private_constant :Call
end
