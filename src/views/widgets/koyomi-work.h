#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"
#include "koyomi-progress.h"

G_BEGIN_DECLS

/* Work that takes long, in a thread of its own. It may touch only what it was given as @data. */
typedef gboolean (*KoyomiWorkFunc) (gpointer             data,
                                    KoyomiProgressFunc   progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GError             **error);

void      koyomi_work_run    (GtkWindow            *parent,
                              KoyomiLanguage        language,
                              const char           *title,
                              KoyomiWorkFunc        func,
                              gpointer              data,
                              GDestroyNotify        free_data,
                              GAsyncReadyCallback   callback,
                              gpointer              callback_data);
gboolean  koyomi_work_finish (GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
