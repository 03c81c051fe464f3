#pragma once

#include "koyomi-import.h"
#include "koyomi-sheet.h"

G_BEGIN_DECLS

KoyomiImport      *_koyomi_import_new            (KoyomiSession       *session,
                                                  const char          *sheet,
                                                  gboolean             is_workbook,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               _koyomi_import_set_day        (KoyomiImport        *self,
                                                  guint32              day);
void               _koyomi_import_set_catalogue  (KoyomiImport        *self,
                                                  gint64               catalogue);
KoyomiImportItem  *_koyomi_import_add_item       (KoyomiImport        *self,
                                                  guint                row,
                                                  KoyomiImportKind     kind,
                                                  KoyomiImportAction   action,
                                                  const char          *name);
void               _koyomi_import_item_add_change (KoyomiImportItem   *self,
                                                   int                  field,
                                                   const char          *old_text,
                                                   const char          *new_text);
void               _koyomi_import_note           (KoyomiImport        *self,
                                                  KoyomiNoteId         id,
                                                  guint                row,
                                                  int                  column,
                                                  const char          *subject,
                                                  const char          *detail_ja,
                                                  const char          *detail_en);
void               _koyomi_import_sort           (KoyomiImport        *self);

/* One row of the plan to be written: a new record, or one with changed fields. */
typedef struct _KoyomiImportStep KoyomiImportStep;

KoyomiImportStep  *_koyomi_import_insert         (KoyomiImport        *self,
                                                  guint                row,
                                                  KoyomiRecord        *record);
KoyomiImportStep  *_koyomi_import_update         (KoyomiImport        *self,
                                                  guint                row,
                                                  KoyomiRecord        *record);
void               _koyomi_import_delete         (KoyomiImport        *self,
                                                  guint                row,
                                                  KoyomiRecord        *record);
void               _koyomi_import_succeed        (KoyomiImport        *self,
                                                  guint                row,
                                                  KoyomiRecord        *assignment,
                                                  const char          *letters,
                                                  guint32              day);
void               _koyomi_import_step_refer     (KoyomiImportStep    *self,
                                                  KoyomiImportStep    *other);
void               _koyomi_import_step_translate (KoyomiImportStep    *self,
                                                  int                  field,
                                                  const char          *text);
void               _koyomi_import_step_make_runs (KoyomiImportStep    *self,
                                                  guint32              first_day,
                                                  guint32              last_day);

G_END_DECLS
