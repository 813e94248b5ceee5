//! What the report does not need of the crate of examples/rust: rust_classes_test SON_LA_FOLDER THIS_FOLDER

use parindex::{Assessment, Column, CriteriaSet, Points, Round};
use std::{env, fs, thread};

fn column(node: i32, cells: &[i64]) -> Column<'_> {
    Column { node, fact: None, round: Round::Appraisal, scale: 2, cells }
}

fn test_batch(set: &CriteriaSet) {
    let leaf = set.nodes().iter().find(|node| node.code == "4.1").unwrap().index;
    let mut cells = vec![361; 150];
    cells[77] = 401;
    let scored = set.score_batch(2021, &[column(leaf, &cells)], 2).unwrap();
    let bad: Vec<_> = scored.statuses.iter().enumerate().filter(|(_, status)| **status != 0).collect();
    assert_eq!(bad, [(77, &400)]);
    assert_eq!((scored.nodes[77], scored.totals[77]), (leaf, 0));
    assert_eq!(scored.totals[0], scored.totals[149]);
    assert_eq!(scored.points[149 * set.nodes().len() + leaf as usize], 361);
    assert_eq!(scored.findings[0].place, "/77/0");
    let refused = set.score_batch(2021, &[column(0, &[1])], 2).unwrap_err();
    assert_eq!(refused.findings[0].name, "not_a_leaf");

    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let totals = set.score_batch(2021, &[column(leaf, &cells)], 2).unwrap().totals;
                assert_eq!(totals, scored.totals);
            });
        }
    });
}

fn test_fractions(folder: &str) {
    let read = |name| fs::read(format!("{folder}/{name}")).unwrap();
    let set = CriteriaSet::read(&read("thirds_criteria.json"), "").unwrap();
    let assessment = Assessment::read(&set, &read("thirds_assessment.json"), "").unwrap();
    drop(set); // what was made from it lives on
    let points = assessment.evaluate().unwrap().points(0, Points::Score).unwrap();
    assert_eq!(points.to_string(), "2/3");
    let (two, three) = (points.rounded(2).unwrap(), points.rounded(3).unwrap());
    assert!(two > three); // 0.67, 0.667
    assert!(points.rounded(19).is_err());
}

fn main() {
    let arguments: Vec<_> = env::args().collect();
    let set = CriteriaSet::read(&fs::read(format!("{}/criteria.json", arguments[1])).unwrap(), "").unwrap();
    test_batch(&set);
    assert_eq!(CriteriaSet::read(b"{", "").err().unwrap().findings[0].code, 204);
    test_fractions(&arguments[2]);
}
