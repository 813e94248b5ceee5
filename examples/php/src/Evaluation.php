<?php

declare(strict_types=1);

namespace Parindex;

use FFI;

/** The points of one unit, and how they came about. It never changes. */
final class Evaluation extends Handle
{
    protected const TYPE = 'evaluation';

    /** @internal Assessment::evaluate() */
    public static function of(Assessment $assessment): self
    {
        return self::madeBy('parindex_evaluate', $assessment->pointer(), null);
    }

    public function points(int $node = 0, Points $which = Points::Score): Number
    {
        return new Number(Library::get()->text('parindex_evaluation_points', $this->pointer(), $node, $which->value));
    }

    /** @return list<LedgerEntry> of a node and all below it, in the order of the document */
    public function ledger(int $node = 0): array
    {
        $library = Library::get();
        $entry = $library->structure('parindex_ledger_entry');
        $count = $library->ffi->parindex_evaluation_ledger_count($this->pointer(), $node);
        $entries = [];
        for ($index = 0; $index < $count; ++$index) {
            $library->call('parindex_evaluation_ledger_entry', $this->pointer(), $node, $index, FFI::addr($entry));
            $amount = $library->text('parindex_evaluation_ledger_amount', $this->pointer(), $node, $index);
            $entries[] = new LedgerEntry($entry->node, $entry->is_deduction === 1, new Number($amount));
        }
        return $entries;
    }

    /** How a node came to its points, in one sentence. */
    public function explain(int $node, Language $language = Language::Vietnamese): string
    {
        return Library::get()->text('parindex_evaluation_explain', $this->pointer(), $node, $language->value);
    }
}
