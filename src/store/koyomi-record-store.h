#pragma once

#include "koyomi-database.h"
#include "koyomi-record.h"

G_BEGIN_DECLS

/* Rows of any table of the dictionary, as records. A plan has one language of its own, whose texts stand in the rows; those of
 * the other language stand in the table "translation". */
typedef struct
{
  KoyomiDatabase *db;
  KoyomiLanguage  own_language;
} KoyomiRecordStore;

KoyomiStatement *koyomi_record_store_select   (const KoyomiRecordStore  *self,
                                               KoyomiTableId             table,
                                               KoyomiLanguage            language,
                                               const char               *more_columns,
                                               const char               *tail,
                                               GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord    *koyomi_record_store_read     (KoyomiStatement          *statement,
                                               KoyomiTableId             table,
                                               KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
char            *koyomi_record_store_get_text_column (const KoyomiRecordStore *self,
                                                      const char               *alias,
                                                      int                       field,
                                                      KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

KoyomiRecord    *koyomi_record_store_get      (const KoyomiRecordStore  *self,
                                               KoyomiTableId             table,
                                               gint64                    id,
                                               KoyomiLanguage            language,
                                               GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *koyomi_record_store_list     (const KoyomiRecordStore  *self,
                                               KoyomiTableId             table,
                                               int                       reference,
                                               gint64                    target,
                                               KoyomiLanguage            language,
                                               GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gint64           koyomi_record_store_count    (const KoyomiRecordStore  *self,
                                               KoyomiTableId             table,
                                               GError                  **error);

gboolean         koyomi_record_store_insert   (const KoyomiRecordStore  *self,
                                               KoyomiRecord             *record,
                                               GError                  **error);
gboolean         koyomi_record_store_update   (const KoyomiRecordStore  *self,
                                               KoyomiRecord             *record,
                                               GError                  **error);
gboolean         koyomi_record_store_delete   (const KoyomiRecordStore  *self,
                                               KoyomiTableId             table,
                                               gint64                    id,
                                               GError                  **error);
gboolean         koyomi_record_store_translate (const KoyomiRecordStore *self,
                                                int                       field,
                                                gint64                    id,
                                                KoyomiLanguage            language,
                                                const char               *text,
                                                GError                  **error);
gboolean         koyomi_record_store_copy_translations (const KoyomiRecordStore *self,
                                                        KoyomiTableId             table,
                                                        gint64                    from,
                                                        gint64                    to,
                                                        GError                  **error);

G_END_DECLS
