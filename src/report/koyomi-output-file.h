#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that appears whole or not at all. It is written beside its target under another name, readable by its owner alone,
 * and takes the target's place when it is committed; whatever happens before that leaves the target as it was. */
typedef struct _KoyomiOutputFile KoyomiOutputFile;

KoyomiOutputFile *koyomi_output_file_new             (const char        *path,
                                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_output_file_free            (KoyomiOutputFile  *self);

const char       *koyomi_output_file_get_path        (KoyomiOutputFile  *self);
GOutputStream    *koyomi_output_file_get_stream      (KoyomiOutputFile  *self);
gboolean          koyomi_output_file_write           (KoyomiOutputFile  *self,
                                                      const void        *bytes,
                                                      gsize              length,
                                                      GError           **error);
gboolean          koyomi_output_file_commit          (KoyomiOutputFile  *self,
                                                      GError           **error);

void              koyomi_output_file_set_errno       (GError           **error,
                                                      int                code,
                                                      const char        *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiOutputFile, koyomi_output_file_free)

G_END_DECLS
