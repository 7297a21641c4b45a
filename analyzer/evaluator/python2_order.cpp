// In which order CPython 2.7 iterates dicts and sets: by hash, which for strings and numbers is the same in every run.
#include "analyzer/evaluator/python2_order.h"

#include <cmath>
#include <optional>

#include "analyzer/evaluator/numbers/numbers.h"

namespace tfscope {

namespace {

constexpr uint64_t kMultiplier = 1'000'003;
constexpr int kDeepest = 20;

std::optional<uint64_t> HashOf(Value key, int depth = 0);

/// Of -1, which means an error in CPython, the hash is -2.
uint64_t WithoutMinusOne(uint64_t hash) { return hash == ~uint64_t{0} ? hash - 1 : hash; }

uint64_t HashOfText(std::string_view text) {
  if (text.empty()) return 0;
  uint64_t hash = uint64_t{static_cast<unsigned char>(text[0])} << 7;
  for (char c : text) hash = (kMultiplier * hash) ^ static_cast<unsigned char>(c);
  return WithoutMinusOne(hash ^ text.size());
}

std::optional<uint64_t> HashOfFloat(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  if (value == std::floor(value) && std::abs(value) < 0x1p62) {
    return WithoutMinusOne(static_cast<uint64_t>(static_cast<int64_t>(value)));
  }
  constexpr double kHalf = 2147483648.0;
  int exponent = 0;
  double fraction = std::frexp(value, &exponent) * kHalf;
  auto high = static_cast<int64_t>(fraction);
  auto low = static_cast<int64_t>((fraction - static_cast<double>(high)) * kHalf);
  return WithoutMinusOne(static_cast<uint64_t>(high + low + (int64_t{exponent} * 32768)));
}

std::optional<uint64_t> HashOfTuple(const Tuple& tuple, int depth) {
  constexpr uint64_t kStart = 0x345678;
  constexpr uint64_t kStep = 82520;
  constexpr uint64_t kEnd = 97531;
  uint64_t hash = kStart;
  uint64_t multiplier = kMultiplier;
  uint64_t left = tuple.items.size();
  for (Value item : tuple.items) {
    std::optional<uint64_t> of_item = HashOf(item, depth + 1);
    if (!of_item) return std::nullopt;
    hash = (hash ^ *of_item) * multiplier;
    --left;
    multiplier += kStep + 2 * left;
  }
  return WithoutMinusOne(hash + kEnd);
}

/// Nothing for what is hashed by its address.
std::optional<uint64_t> HashOf(Value key, int depth) {
  if (key.is_int() || key.is_bool()) return WithoutMinusOne(static_cast<uint64_t>(key.as_int()));
  if (key.is_float()) return HashOfFloat(key.as_float());
  if (const Str* text = As<Str>(key)) return text->symbolic ? std::nullopt : std::optional(HashOfText(text->text));
  const Tuple* tuple = As<Tuple>(key);
  return tuple == nullptr || depth > kDeepest ? std::nullopt : HashOfTuple(*tuple, depth);
}

/// The hash table of a dict or set that nothing was removed from.
class Table {
 public:
  void Add(size_t slot, uint64_t hash) {
    Insert({slot, hash});
    ++used_;
    constexpr size_t kMany = 50'000;
    if (used_ * 3 >= places_.size() * 2) Grow(used_ > kMany ? used_ * 2 : used_ * 4);
  }

  std::vector<size_t> Order() const {
    std::vector<size_t> order;
    for (const std::optional<Place>& place : places_) {
      if (place) order.push_back(place->slot);
    }
    return order;
  }

 private:
  struct Place {
    size_t slot;
    uint64_t hash;
  };

  void Insert(Place place) {
    constexpr int kPerturbShift = 5;
    const size_t mask = places_.size() - 1;
    uint64_t index = place.hash & mask;
    for (uint64_t perturb = place.hash; places_[index & mask]; perturb >>= kPerturbShift) {
      index = index * 5 + perturb + 1;
    }
    places_[index & mask] = place;
  }

  void Grow(size_t least) {
    size_t size = 8;
    while (size <= least) size *= 2;
    std::vector<std::optional<Place>> old(size);
    old.swap(places_);
    for (const std::optional<Place>& place : old) {
      if (place) Insert(*place);
    }
  }

  std::vector<std::optional<Place>> places_ = std::vector<std::optional<Place>>(8);
  size_t used_ = 0;
};

}  // namespace

std::vector<size_t> Python2Order(const OrderedMap& map) {
  std::vector<size_t> inserted;
  Table table;
  bool known = true;
  for (size_t i = 0; i < map.slots(); ++i) {
    Value key = map.slot(i).key;
    if (!key.defined()) continue;
    inserted.push_back(i);
    std::optional<uint64_t> hash = HashOf(key);
    known = known && hash.has_value();
    if (known) table.Add(i, *hash);
  }
  return known ? table.Order() : inserted;
}

}  // namespace tfscope
