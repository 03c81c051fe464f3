#pragma once

#include "koyomi-progress.h"
#include "koyomi-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_TEXT_ENCODING_UNKNOWN,     /* to be found out */
  KOYOMI_TEXT_ENCODING_UTF_8,
  KOYOMI_TEXT_ENCODING_UTF_16LE,
  KOYOMI_TEXT_ENCODING_UTF_16BE,
  KOYOMI_TEXT_ENCODING_CP932,       /* Shift_JIS as Windows writes it, with ① and ㈱ */
} KoyomiTextEncoding;

/* What the caller knows; all zero when it is to be found out. */
typedef struct
{
  KoyomiTextEncoding encoding;
  char               separator;     /* tab, comma or semicolon, or any other ASCII character */
} KoyomiTextTableOptions;

/* TSV or CSV, with quotes as of RFC 4180. Its cells are all text; its rows count as a spreadsheet would count them. */
typedef struct _KoyomiTextTable KoyomiTextTable;

KoyomiTextTable    *koyomi_text_table_open          (const char                    *path,
                                                     const KoyomiTextTableOptions  *options,
                                                     const KoyomiTableLimits       *limits,
                                                     GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiTextTable    *koyomi_text_table_new           (const char                    *name,
                                                     const char                    *bytes,
                                                     gsize                          length,
                                                     const KoyomiTextTableOptions  *options,
                                                     const KoyomiTableLimits       *limits,
                                                     GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
void                koyomi_text_table_free          (KoyomiTextTable               *self);

const char         *koyomi_text_table_get_name      (KoyomiTextTable               *self);

gboolean            koyomi_text_table_read          (KoyomiTextTable               *self,
                                                     KoyomiSheetRowFunc             func,
                                                     gpointer                       data,
                                                     KoyomiProgressFunc             progress,
                                                     gpointer                       progress_data,
                                                     GCancellable                  *cancellable,
                                                     GError                       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiTextTable, koyomi_text_table_free)

G_END_DECLS
