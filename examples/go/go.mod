module parindex.example

go 1.19
