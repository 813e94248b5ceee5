//! Scores one unit, names its fields and what cost it most, and shows what an error looks like.
//!
//! usage: report DATA_FOLDER

use parindex::{Assessment, CriteriaSet, Evaluation, Language, Points};
use std::cmp::Reverse;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn print_score(set: &CriteriaSet, assessment: &Assessment, evaluation: &Evaluation) -> parindex::Result<()> {
    let of = |node| {
        Ok(format!("{} of {}", evaluation.points(node, Points::Score)?, evaluation.points(node, Points::Maximum)?))
    };
    println!("{}, {}\ntotal {}\nfields:", assessment.unit_name()?, assessment.year(), of(0)?);
    for field in set.fields() {
        println!("  {} {}: {}", field.code, field.name, of(field.index)?);
    }
    println!("largest deductions:");
    let deductions = evaluation.ledger(0)?.into_iter().filter(|entry| entry.is_deduction);
    // An amount may be a fraction. With 15 decimals, no two that differ in practice become equal.
    let mut sized =
        deductions.map(|entry| Ok((entry.amount.rounded(15)?, entry))).collect::<parindex::Result<Vec<_>>>()?;
    sized.sort_by_key(|(amount, _)| Reverse(*amount)); // ties keep their order
    for (_, entry) in sized.iter().take(3) {
        let code = &set.nodes()[entry.node as usize].code;
        println!("  {code} -{}: {}", entry.amount, evaluation.explain(entry.node, Language::Vietnamese)?);
    }
    Ok(())
}

fn print_error(set: &CriteriaSet, marks: &str) {
    println!("error:");
    let wrong = marks.replacen("\"score\": \"3.61\"", "\"score\": \"36.1\"", 1);
    if let Err(error) = Assessment::read(set, wrong.as_bytes(), "assessment.json") {
        for each in error.findings {
            println!(
                "  {} {} {}:{} {} [{}]: {}",
                each.code, each.name, each.line, each.column, each.place, each.criterion, each.message
            );
        }
    }
}

fn report(folder: &Path) -> Result<(), Box<dyn Error>> {
    let set = CriteriaSet::read(&fs::read(folder.join("criteria.json"))?, "criteria.json")?;
    let marks = fs::read_to_string(folder.join("assessment.json"))?;
    let assessment = Assessment::read(&set, marks.as_bytes(), "assessment.json")?;
    print_score(&set, &assessment, &assessment.evaluate()?)?;
    print_error(&set, &marks);
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().collect();
    if arguments.len() != 2 {
        eprintln!("usage: report DATA_FOLDER");
        return ExitCode::from(2);
    }
    match report(Path::new(&arguments[1])) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
