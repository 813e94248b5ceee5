# frozen_string_literal: true

module Parindex
  # Something that the library owns.
  class Handle
    # @return [Array<Finding>] what a person should know although the call that made it succeeded
    attr_reader :findings

    class << self
      # Makes one by calling a function: to be closed by the caller or by the garbage collector; with a block, closed at
      # its end.
      def make(function, *given)
        made = new(function, *given)
        return made unless block_given?

        begin
          yield made
        ensure
          made.close
        end
      end

      private :new, :make
    end

    # The places for the handle, for the findings and for the error are added to what is given.
    def initialize(function, *given)
      place = Call.room_for_pointer
      @findings = Call.with_findings(function, *given, place).freeze
      @pointer = Fiddle::Pointer.new(Call.pointer_in(place), 0, Native["parindex_#{self.class::NOUN}_free"])
    end

    def close
      @pointer.call_free
    end

    def closed?
      @pointer.freed?
    end

    # For calls.
    # @private
    def pointer
      raise IOError, "closed #{self.class}" if closed?

      @pointer
    end

    # A copy would free the same thing again.
    undef_method :dup, :clone
  end
  private_constant :Handle
end
