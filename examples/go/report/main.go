// Command report scores one unit, names its fields and what cost it most, and shows what an error looks like.
//
// usage: report DATA_FOLDER
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"parindex.example/parindex"
)

func printPoints(scored *parindex.Evaluation, node int) error {
	score, err := scored.Points(node, parindex.Score)
	if err != nil {
		return err
	}
	maximum, err := scored.Points(node, parindex.Maximum)
	if err == nil {
		fmt.Printf("%v of %v\n", score, maximum)
	}
	return err
}

func printScore(set *parindex.CriteriaSet, assessment *parindex.Assessment, scored *parindex.Evaluation) error {
	name, err := assessment.UnitName()
	if err != nil {
		return err
	}
	fmt.Printf("%s, %d\ntotal ", name, assessment.Year())
	if err := printPoints(scored, 0); err != nil {
		return err
	}
	fmt.Println("fields:")
	for _, node := range set.Nodes {
		if node.Level != 1 {
			continue
		}
		fmt.Printf("  %s %s: ", node.Code, node.Name)
		if err := printPoints(scored, node.Index); err != nil {
			return err
		}
	}
	return nil
}

func printDeductions(set *parindex.CriteriaSet, scored *parindex.Evaluation) error {
	ledger, err := scored.Ledger(0)
	if err != nil {
		return err
	}
	var deductions []parindex.LedgerEntry
	for _, entry := range ledger {
		if entry.IsDeduction {
			deductions = append(deductions, entry)
		}
	}
	sort.SliceStable(deductions, func(i, j int) bool { return deductions[i].Amount.Cmp(deductions[j].Amount) > 0 })
	fmt.Println("largest deductions:")
	for i := 0; i < len(deductions) && i < 3; i++ {
		entry := deductions[i]
		sentence, err := scored.Explain(entry.Node, parindex.Vietnamese)
		if err != nil {
			return err
		}
		fmt.Printf("  %s -%v: %s\n", set.Nodes[entry.Node].Code, entry.Amount, sentence)
	}
	return nil
}

func printError(set *parindex.CriteriaSet, marks []byte) {
	fmt.Println("error:")
	wrong := bytes.Replace(marks, []byte(`"score": "3.61"`), []byte(`"score": "36.1"`), 1)
	_, err := parindex.ReadAssessment(set, wrong, "assessment.json")
	var refused *parindex.Error
	if errors.As(err, &refused) {
		for _, each := range refused.Findings {
			fmt.Printf("  %d %s %d:%d %s [%s]: %s\n", each.Code, each.Name, each.Line, each.Column, each.Where, each.Criterion,
				each.Message)
		}
	}
}

func report(folder string) error {
	json, err := os.ReadFile(filepath.Join(folder, "criteria.json"))
	if err != nil {
		return err
	}
	marks, err := os.ReadFile(filepath.Join(folder, "assessment.json"))
	if err != nil {
		return err
	}
	set, err := parindex.ReadCriteriaSet(json, "criteria.json")
	if err != nil {
		return err
	}
	defer set.Close()
	assessment, err := parindex.ReadAssessment(set, marks, "assessment.json")
	if err != nil {
		return err
	}
	defer assessment.Close()
	scored, err := assessment.Evaluate()
	if err != nil {
		return err
	}
	defer scored.Close()
	if err := printScore(set, assessment, scored); err != nil {
		return err
	}
	if err := printDeductions(set, scored); err != nil {
		return err
	}
	printError(set, marks)
	return nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: report DATA_FOLDER")
		os.Exit(2)
	}
	if err := report(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}
