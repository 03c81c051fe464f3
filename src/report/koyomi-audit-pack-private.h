#pragma once

#include "koyomi-audit-pack.h"
#include "koyomi-entry.h"

G_BEGIN_DECLS

#define KOYOMI_PACK_MANIFEST "SHA256SUMS"
#define KOYOMI_PACK_INDEX "index.html"

typedef struct _KoyomiPackFile KoyomiPackFile;

/* What the files of a pack are written from. */
typedef struct
{
  KoyomiSession             *session;
  const KoyomiReportOptions *options;
  GCancellable              *cancellable;
  KoyomiEntry               *head;
} KoyomiPackFacts;

typedef gboolean (*KoyomiPackFunc) (const KoyomiPackFacts  *facts,
                                    const KoyomiPackFile   *file,
                                    const char             *path,
                                    GError                **error);

struct _KoyomiPackFile
{
  char                   *name;
  char                   *title;
  KoyomiPackFunc          write;
  KoyomiExportFormat      format;
  const KoyomiReportKind *kind;       /* (nullable) */
  gint64                  incident;   /* 0 for none */
  char                   *sha256;     /* (nullable): once it is written */
};

/* What goes in, in its order. */
GPtrArray *_koyomi_pack_list_files       (const KoyomiPackFacts  *facts,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   _koyomi_pack_write_log        (const KoyomiPackFacts  *facts,
                                          const KoyomiPackFile   *file,
                                          const char             *path,
                                          GError                **error);
gboolean   _koyomi_pack_write_evidence   (const KoyomiPackFacts  *facts,
                                          const KoyomiPackFile   *file,
                                          const char             *path,
                                          GError                **error);
gboolean   _koyomi_pack_write_readiness  (const KoyomiPackFacts  *facts,
                                          const KoyomiPackFile   *file,
                                          const char             *path,
                                          GError                **error);
gboolean   _koyomi_pack_write_index      (const KoyomiPackFacts  *facts,
                                          GPtrArray              *files,
                                          const char             *folder,
                                          GError                **error);
gboolean   _koyomi_pack_write_manifest   (GPtrArray              *files,
                                          const char             *folder,
                                          GError                **error);

/* Where it is put. */
gboolean   _koyomi_pack_is_archive       (const char             *path);
char      *_koyomi_pack_folder_make      (const char             *path,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void       _koyomi_pack_folder_remove    (const char             *folder);
gboolean   _koyomi_pack_folder_check     (const char             *path,
                                          GError                **error);
gboolean   _koyomi_pack_folder_put       (const char             *folder,
                                          const char             *path,
                                          GError                **error);
gboolean   _koyomi_pack_archive_put      (const char             *folder,
                                          const char             *path,
                                          gint64                  at,
                                          GCancellable           *cancellable,
                                          GError                **error);
GHashTable *_koyomi_pack_folder_hash     (const char             *path,
                                          char                  **manifest,
                                          GCancellable           *cancellable,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *_koyomi_pack_archive_hash    (const char             *path,
                                          char                  **manifest,
                                          GCancellable           *cancellable,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *_koyomi_pack_manifest_read   (const char             *text,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
