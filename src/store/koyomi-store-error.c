#include "koyomi-store-error.h"

G_DEFINE_QUARK (koyomi-store-error-quark, koyomi_store_error)
