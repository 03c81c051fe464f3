#pragma once

#include "koyomi-package-private.h"
#include "koyomi-xlsx-format-private.h"
#include "koyomi-xlsx-reader.h"

G_BEGIN_DECLS

/* What the parts around the sheets say: which sheets there are, where, and what their cells refer to. */
typedef struct
{
  char                 *name;
  char                 *id;         /* of the relationship */
  char                 *part;
  KoyomiXlsxSheetState  state;
} KoyomiWorkbookSheet;

typedef struct
{
  KoyomiTableLimits  limits;
  KoyomiPackage     *package;
  GPtrArray         *sheets;          /* of KoyomiWorkbookSheet */
  gboolean           date1904;
  char              *strings_part;    /* or NULL */
  char              *styles_part;     /* or NULL */
} KoyomiWorkbook;

/* Shared strings, one after the other, each ended by a NUL. */
typedef struct
{
  GString *texts;
  GArray  *offsets;     /* of guint32 */
} KoyomiWorkbookStrings;

KoyomiWorkbook        *_koyomi_workbook_open         (const char               *path,
                                                      const KoyomiTableLimits  *limits,
                                                      GCancellable             *cancellable,
                                                      GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                   _koyomi_workbook_free         (KoyomiWorkbook           *self);
const KoyomiPart      *_koyomi_workbook_find_part    (KoyomiWorkbook           *self,
                                                      const char               *name,
                                                      GError                  **error);
GByteArray            *_koyomi_workbook_read_formats (KoyomiWorkbook           *self,
                                                      GCancellable             *cancellable,
                                                      GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

KoyomiWorkbookStrings *_koyomi_workbook_read_strings (KoyomiWorkbook           *self,
                                                      GCancellable             *cancellable,
                                                      GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                   _koyomi_workbook_strings_free (KoyomiWorkbookStrings    *self);
const char            *_koyomi_workbook_strings_get  (KoyomiWorkbookStrings    *self,
                                                      guint64                   index);
void                   _koyomi_workbook_unescape     (GString                  *text,
                                                      gsize                     from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiWorkbook, _koyomi_workbook_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiWorkbookStrings, _koyomi_workbook_strings_free)

G_END_DECLS
