//! How many times a second: the points of a node are asked for, a unit is scored by a call of its own, and with 149 others.
//!
//! usage: crossings DATA_FOLDER

use parindex::{Assessment, Column, CriteriaSet, NodeKind, Points, Round};
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

const UNITS: i64 = 150;

fn calls_per_second<T>(mut call: impl FnMut() -> parindex::Result<T>) -> parindex::Result<f64> {
    call()?;
    let begin = Instant::now();
    let mut calls = 0;
    while begin.elapsed() < Duration::from_millis(500) {
        call()?;
        calls += 1;
    }
    Ok(f64::from(calls) / begin.elapsed().as_secs_f64())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).ok_or("usage: crossings DATA_FOLDER")?;
    let read = |name| fs::read(Path::new(&folder).join(name));
    let set = CriteriaSet::read(&read("criteria.json")?, "criteria.json")?;
    let assessment = Assessment::read(&set, &read("assessment.json")?, "assessment.json")?;
    let evaluation = assessment.evaluate()?;

    let leaves: Vec<_> = set.nodes().iter().filter(|node| node.kind == NodeKind::Leaf).map(|node| node.index).collect();
    let scores = |leaf: &i32| (0..UNITS).map(|unit| (unit + i64::from(*leaf)) % 101).collect();
    let cells: Vec<Vec<i64>> = leaves.iter().map(scores).collect();
    let column = |(&node, cells)| Column { node, fact: None, round: Round::Appraisal, scale: 2, cells };
    let columns: Vec<_> = leaves.iter().zip(cells.iter().map(Vec::as_slice)).map(column).collect();
    if set.score_batch(assessment.year(), &columns, 2)?.statuses.iter().any(|status| *status != 0) {
        return Err("a unit was not scored".into());
    }

    println!("points {:.0}", calls_per_second(|| evaluation.points(0, Points::Score))?);
    println!("single {:.0}", calls_per_second(|| assessment.evaluate())?);
    println!("batch {:.0}", UNITS as f64 * calls_per_second(|| set.score_batch(assessment.year(), &columns, 2))?);
    Ok(())
}
