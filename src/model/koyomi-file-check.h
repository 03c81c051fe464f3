#pragma once

#include <gio/gio.h>
#include "koyomi-language.h"
#include "koyomi-progress.h"

G_BEGIN_DECLS

/* What became of a file since its SHA-256 was taken. */
typedef enum
{
  KOYOMI_FILE_SAME,
  KOYOMI_FILE_CHANGED,
  KOYOMI_FILE_GONE,
} KoyomiFileState;

/* Files are read in pieces and nothing else is touched: these may be called in any thread. */
char       *koyomi_file_hash           (GFile               *file,
                                        KoyomiProgressFunc   progress,
                                        gpointer             progress_data,
                                        GCancellable        *cancellable,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    koyomi_file_check          (GFile               *file,
                                        const char          *sha256,
                                        KoyomiFileState     *state,
                                        KoyomiProgressFunc   progress,
                                        gpointer             progress_data,
                                        GCancellable        *cancellable,
                                        GError             **error);
gboolean    koyomi_file_is_hash        (const char          *sha256);
const char *koyomi_file_state_get_name (KoyomiFileState      state,
                                        KoyomiLanguage       language);

G_END_DECLS
