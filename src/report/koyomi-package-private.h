#pragma once

#include "koyomi-progress.h"
#include "koyomi-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A zip file as the office formats use it: parts with names, held to what its directory promises (size, checksum) and to
 * limits. zlib unpacks them. libgsf would, but it does not compare checksums, logs warnings and criticals about damaged
 * files, and of two parts with one name takes whichever comes first in its tree. */
typedef struct _KoyomiPackage KoyomiPackage;

typedef struct
{
  char    *name;         /* without a leading slash */
  guint64  packed;
  guint64  size;
  guint64  offset;       /* in the file: of its own header, then of its bytes */
  guint32  crc;
  guint16  flags;
  guint16  method;
} KoyomiPart;

/* Returns: FALSE to stop, with @error set */
typedef gboolean (*KoyomiPackageFunc) (const char  *bytes,
                                       gsize        length,
                                       gpointer     data,
                                       GError     **error);

KoyomiPackage    *_koyomi_package_open     (const char               *path,
                                            const KoyomiTableLimits  *limits,
                                            GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void              _koyomi_package_free     (KoyomiPackage            *self);
guint             _koyomi_package_get_n    (KoyomiPackage            *self);
const KoyomiPart *_koyomi_package_get      (KoyomiPackage            *self,
                                            guint                     index);
const KoyomiPart *_koyomi_package_find     (KoyomiPackage            *self,
                                            const char               *name);
gboolean          _koyomi_package_read     (KoyomiPackage            *self,
                                            const KoyomiPart         *part,
                                            KoyomiPackageFunc         func,
                                            gpointer                  data,
                                            KoyomiProgressFunc        progress,
                                            gpointer                  progress_data,
                                            GCancellable             *cancellable,
                                            GError                  **error);
char             *_koyomi_package_resolve  (const char               *base,
                                            const char               *target) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray        *_koyomi_zip_read_directory (int                       fd,
                                              guint64                   size,
                                              const KoyomiTableLimits  *limits,
                                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void              _koyomi_part_free          (KoyomiPart               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiPackage, _koyomi_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiPart, _koyomi_part_free)

G_END_DECLS
