#include "analyzer/evaluator/numbers/gamma.h"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace tfscope {

namespace {

using std::numbers::pi;

// Lanczos' approximation with 13 terms for 53 bits, whose sum is a quotient of two polynomials: coefficients by rising
// power.
constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;
constexpr std::array<double, 13> kNumerator = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr std::array<double, 13> kDenominator = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                                 45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                                 1925.0,     66.0,       1.0};

constexpr double kTiny = 1e-20;          // gamma(x) is 1/x below
constexpr double kOverflows = 200.0;     // gamma(x) has no finite value above
constexpr double kPowerOverflows = 140;  // a single power might, above

/// The sum at a positive number. From 5 on in powers of 1/x, so that nothing overflows.
double LanczosSum(double x) {
  double numerator = 0.0;
  double denominator = 0.0;
  if (x < 5.0) {
    for (size_t i = kNumerator.size(); i-- > 0;) {
      numerator = numerator * x + kNumerator[i];
      denominator = denominator * x + kDenominator[i];
    }
  } else {
    for (size_t i = 0; i < kNumerator.size(); ++i) {
      numerator = numerator / x + kNumerator[i];
      denominator = denominator / x + kDenominator[i];
    }
  }
  return numerator / denominator;
}

/// sin(pi * x), exact near the zeros.
double SineOfPi(double x) {
  const double y = std::fmod(std::fabs(x), 2.0);
  const auto quarter = static_cast<int>(std::round(2.0 * y));
  double result = 0.0;
  switch (quarter) {
    case 0:
      result = std::sin(pi * y);
      break;
    case 1:
      result = std::cos(pi * (y - 0.5));
      break;
    case 2:
      result = std::sin(pi * (1.0 - y));
      break;
    case 3:
      result = -std::cos(pi * (y - 1.5));
      break;
    default:
      result = std::sin(pi * (y - 2.0));
  }
  return std::copysign(1.0, x) * result;
}

/// `value` times or divided by base to the power of `x - 0.5`.
double ScaledByPower(double value, double base, double x, bool divides) {
  if (x < kPowerOverflows) {
    const double power = std::pow(base, x - 0.5);
    return divides ? value / power : value * power;
  }
  const double root = std::pow(base, x / 2.0 - 0.25);
  return divides ? value / root / root : value * root * root;
}

}  // namespace

double Gamma(double x) {
  if (!std::isfinite(x)) return x;
  const double size = std::fabs(x);
  if (size < kTiny) return 1.0 / x;
  if (size > kOverflows) return x < 0.0 ? 0.0 / SineOfPi(x) : std::numeric_limits<double>::infinity();
  const double y = size + kGMinusHalf;
  // What rounding took from y, as a share of the result.
  const double lost = size > kGMinusHalf ? (y - size) - kGMinusHalf : (y - kGMinusHalf) - size;
  const double share = lost * kG / y;
  if (x < 0.0) {
    double result = -pi / SineOfPi(size) / size * std::exp(y) / LanczosSum(size);
    result -= share * result;
    return ScaledByPower(result, y, size, true);
  }
  double result = LanczosSum(size) / std::exp(y);
  result += share * result;
  return ScaledByPower(result, y, size, false);
}

double LogGamma(double x) {
  if (std::isnan(x)) return x;
  if (std::isinf(x)) return std::numeric_limits<double>::infinity();
  const double size = std::fabs(x);
  if (size < kTiny) return -std::log(size);
  double result = std::log(LanczosSum(size)) - kG;
  result += (size - 0.5) * (std::log(size + kG - 0.5) - 1.0);
  if (x >= 0.0) return result;
  return std::log(pi) - std::log(std::fabs(SineOfPi(size))) - std::log(size) - result;
}

}  // namespace tfscope
