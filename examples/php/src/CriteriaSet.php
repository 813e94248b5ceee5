<?php

declare(strict_types=1);

namespace Parindex;

use FFI;

/** A criteria set (bộ tiêu chí) that passed every check. It never changes. */
final class CriteriaSet extends Handle
{
    protected const TYPE = 'criteria_set';
    private const TEXT_CODE = 0;
    private const TEXT_NAME = 1;

    /** @var list<Node>|null */
    private ?array $nodes = null;

    /** @throws Error */
    public static function read(string $json, string $file = ''): self
    {
        return self::madeBy('parindex_criteria_set_read', $json, strlen($json), $file, strlen($file));
    }

    /** @return list<Node> in the order of the document */
    public function nodes(): array
    {
        return $this->nodes ??= array_map(
            $this->node(...),
            range(0, Library::get()->ffi->parindex_criteria_set_node_count($this->pointer()) - 1),
        );
    }

    /** @return list<Node> */
    public function fields(): array
    {
        return array_values(array_filter($this->nodes(), static fn(Node $node): bool => $node->level === 1));
    }

    private function node(int $index): Node
    {
        $library = Library::get();
        $known = $library->structure('parindex_node');
        $library->call('parindex_criteria_set_node', $this->pointer(), $index, FFI::addr($known));
        return new Node(
            $index,
            $library->text('parindex_criteria_set_text', $this->pointer(), $index, self::TEXT_CODE),
            $library->text('parindex_criteria_set_text', $this->pointer(), $index, self::TEXT_NAME),
            NodeKind::from($known->kind),
            $known->level,
            $known->states_maximum === 1,
        );
    }
}
