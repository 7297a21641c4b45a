// The gamma function by Lanczos' approximation, to the last digit that `math.gamma` and `math.lgamma` give.
#pragma once

namespace tfscope {

/// Gamma of a number that is no pole; infinite where the result is too large.
double Gamma(double x);

/// The logarithm of the absolute value of gamma, of a number that is no pole.
double LogGamma(double x);

}  // namespace tfscope
