// FNV-1a with 64 bits, which is the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace tfscope {

class Hash {
 public:
  void Add(char byte) { value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3u; }
  void AddBytes(std::string_view bytes) {
    for (const char byte : bytes) Add(byte);
  }
  /// A text and a mark after it, so that the border between two texts counts.
  void Add(std::string_view text) {
    AddBytes(text);
    Add('\0');
  }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xCBF29CE484222325u;
};

/// The digest of a file's content.
inline uint64_t HashOf(std::string_view bytes) {
  Hash hash;
  hash.AddBytes(bytes);
  return hash.value();
}

}  // namespace tfscope
