#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* @sha256 is NULL where @error says why; %G_IO_ERROR_CANCELLED needs no word to the person. */
typedef void (*KoyomiHashedFunc) (GFile        *file,
                                  const char   *sha256,
                                  const GError *error,
                                  gpointer      data);

void koyomi_file_hashing_run (GtkWindow        *parent,
                              KoyomiLanguage    language,
                              GFile            *file,
                              KoyomiHashedFunc  hashed,
                              gpointer          data,
                              GDestroyNotify    free_data);

G_END_DECLS
