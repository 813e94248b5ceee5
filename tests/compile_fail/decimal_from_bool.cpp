// true is not one point.
// expects: conversion
#include "parindex/numeric/decimal.hpp"

using namespace parindex;

#ifdef CONTROL
decimal value = 1;
#else
decimal value = true;
#endif
