#include "analyzer/evaluator/heap.h"

#include <bit>
#include <cstring>
#include <memory>

namespace tfscope {

uint64_t HashText(std::string_view text) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15u;
  uint64_t hash = text.size() * kFactor;
  const auto mix = [&hash](uint64_t word) {
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 32;
  };
  uint64_t word = 0;
  while (text.size() >= sizeof word) {
    std::memcpy(&word, text.data(), sizeof word);
    mix(word);
    text.remove_prefix(sizeof word);
  }
  word = 0;
  if (!text.empty()) std::memcpy(&word, text.data(), text.size());
  mix(word);
  return hash;
}

uint32_t CodePointCount(std::string_view text) {
  uint32_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
  return count;
}

Heap::Heap() {
  names_ = {.delete_descriptor = Intern("__delete__"),
            .get = Intern("__get__"),
            .getattr = Intern("__getattr__"),
            .getattribute = Intern("__getattribute__"),
            .init = Intern("__init__"),
            .make = Intern("__new__"),
            .set = Intern("__set__"),
            .delattr = Intern("__delattr__"),
            .setattr = Intern("__setattr__")};
  empty_tuple_ = Value::Of(New<Tuple>());
}

Heap::~Heap() { Destroy(0); }

/// Destroys all objects but the first so many of those that need it.
void Heap::Destroy(size_t kept) {
  while (finalizers_.size() > kept) {
    finalizers_.back().destroy(finalizers_.back().object);
    finalizers_.pop_back();
  }
}

Heap::Mark Heap::Now() const {
  return {arena_.Now(),        finalizers_.size(), interned_in_order_.size(),
          all_symbols_.size(), addresses_.size(),  charged_};
}

void Heap::Rewind(const Mark& mark) {
  for (size_t i = mark.interned; i < interned_in_order_.size(); ++i) interned_.erase(interned_in_order_[i]->text);
  interned_in_order_.resize(mark.interned);
  std::erase_if(symbols_, [&](const auto& entry) { return entry.second->id >= mark.symbols; });
  all_symbols_.resize(mark.symbols);
  std::erase_if(addresses_, [&](const auto& entry) { return entry.second >= mark.addresses; });
  Destroy(mark.finalizers);
  arena_.Rewind(mark.arena);
  charged_ = mark.charged;
  NoteClassChange();  // what lies where a class lay is not that class
}

Str* Heap::NewStr(std::string_view text) {
  Str* result = New<Str>();
  result->text = arena_.Copy(text);
  result->hash = HashText(text);
  result->length = CodePointCount(text);
  return result;
}

Str* Heap::NewSymbolicStr(std::string_view text) {
  Str* result = NewStr(text);
  result->symbolic = true;
  return result;
}

Str* Heap::Intern(std::string_view text) {
  if (auto found = interned_.find(text); found != interned_.end()) return found->second;
  Str* result = NewStr(text);
  interned_.emplace(result->text, result);
  interned_in_order_.push_back(result);
  return result;
}

Bytes* Heap::NewBytes(std::string_view data) {
  Bytes* result = New<Bytes>();
  result->data = arena_.Copy(data);
  return result;
}

namespace {
/// What the allocator and the list of finalizers need for each list.
constexpr size_t kItemsOverhead = 48;

/// What the table of symbols needs for each that is shared.
constexpr size_t kSymbolOverhead = 96;
}  // namespace

Value Heap::NewTuple(std::span<const Value> items) {
  if (items.empty()) return empty_tuple_;
  auto* copies = static_cast<Value*>(arena_.Allocate(items.size() * sizeof(Value), alignof(Value)));
  std::ranges::uninitialized_copy(items, std::span(copies, items.size()));
  Tuple* result = New<Tuple>();
  result->items = {copies, items.size()};
  return Value::Of(result);
}

Value Heap::NewList(std::vector<Value> items) {
  charged_ += kItemsOverhead + items.size() * sizeof(Value);
  List* result = New<List>();
  result->items = std::move(items);
  return Value::Of(result);
}

size_t Heap::HashSymbolKey::operator()(const SymbolKey& key) const {
  uint64_t hash = 0;
  for (uint64_t word : key.words) hash = std::rotl(hash ^ word, 23) * 0x9E3779B97F4A7C15u;
  return hash;
}

Value Heap::NewSymbol(const Symbol& description) {
  bool shared = description.operation != Symbol::Operation::kFresh && description.operation != Symbol::Operation::kCall;
  SymbolKey key{};
  if (shared) {
    key.words[0] = static_cast<uint64_t>(description.operation) << 8 | description.detail;
    key.words[1] = description.name == nullptr ? 0 : description.name->hash;
    std::memcpy(&key.words[2], &description.a, sizeof(Value));
    std::memcpy(&key.words[4], &description.b, sizeof(Value));
    key.words[2] &= 0xFF;  // the tag; the bytes after it are padding
    key.words[4] &= 0xFF;
    if (auto found = symbols_.find(key); found != symbols_.end()) return Value::Unknown(found->second);
  }
  auto* symbol = new (arena_.Allocate(sizeof(Symbol), alignof(Symbol))) Symbol(description);
  symbol->id = static_cast<uint32_t>(all_symbols_.size());
  all_symbols_.push_back(symbol);
  if (shared) {
    symbols_.emplace(key, symbol);
    charged_ += kSymbolOverhead;
  }
  return Value::Unknown(symbol);
}

}  // namespace tfscope
