#pragma once

#include "koyomi-import.h"

G_BEGIN_DECLS

/* A line of a dry run, for a list: an item, or a note. Its property "wanted" is whether the row of the file that it comes from is
 * taken over. */
#define KOYOMI_TYPE_IMPORT_ROW (koyomi_import_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiImportRow, koyomi_import_row, KOYOMI, IMPORT_ROW, GObject)

KoyomiImportRow        *koyomi_import_row_new_item    (KoyomiImport            *import,
                                                       const KoyomiImportItem  *item,
                                                       gboolean                 has_error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiImportRow        *koyomi_import_row_new_note    (KoyomiImport            *import,
                                                       const KoyomiImportNote  *note) G_GNUC_WARN_UNUSED_RESULT;

const KoyomiImportItem *koyomi_import_row_get_item    (KoyomiImportRow         *self);
guint                   koyomi_import_row_get_number  (KoyomiImportRow         *self);
gboolean                koyomi_import_row_has_error   (KoyomiImportRow         *self);
gboolean                koyomi_import_row_can_choose  (KoyomiImportRow         *self);
gboolean                koyomi_import_row_is_wanted   (KoyomiImportRow         *self);
void                    koyomi_import_row_refresh     (KoyomiImportRow         *self);

char                   *koyomi_import_row_dup_place   (KoyomiImportRow         *self,
                                                       KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_import_row_dup_kind    (KoyomiImportRow         *self,
                                                       KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_import_row_dup_name    (KoyomiImportRow         *self,
                                                       KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_import_row_dup_action  (KoyomiImportRow         *self,
                                                       KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_import_row_dup_changes (KoyomiImportRow         *self,
                                                       KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_import_row_dup_severity (KoyomiImportRow        *self,
                                                        KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_import_row_dup_what    (KoyomiImportRow         *self,
                                                       KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_import_row_dup_advice  (KoyomiImportRow         *self,
                                                       KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
