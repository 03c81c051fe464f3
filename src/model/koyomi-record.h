#pragma once

#include <gio/gio.h>
#include "koyomi-dictionary.h"

G_BEGIN_DECLS

/* One row of a plan: a value for each field that the dictionary gives its table. A record remembers which fields were set since
 * it was read, and in which language its translated texts are. Setting a field emits "changed" with the field. */
#define KOYOMI_TYPE_RECORD (koyomi_record_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRecord, koyomi_record, KOYOMI, RECORD, GObject)

KoyomiRecord      *koyomi_record_new           (KoyomiTableId   table) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord      *koyomi_record_new_empty     (KoyomiTableId   table) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord      *koyomi_record_copy          (KoyomiRecord   *self) G_GNUC_WARN_UNUSED_RESULT;
gint64             koyomi_id_new               (void);

KoyomiTableId      koyomi_record_get_table_id  (KoyomiRecord   *self);
const KoyomiTable *koyomi_record_get_table     (KoyomiRecord   *self);
gint64             koyomi_record_get_id        (KoyomiRecord   *self);
const char        *koyomi_record_get_title     (KoyomiRecord   *self);

gboolean           koyomi_record_is_none       (KoyomiRecord   *self,
                                                int             field);
gint64             koyomi_record_get_int       (KoyomiRecord   *self,
                                                int             field);
guint32            koyomi_record_get_day       (KoyomiRecord   *self,
                                                int             field);
double             koyomi_record_get_real      (KoyomiRecord   *self,
                                                int             field);
const char        *koyomi_record_get_text      (KoyomiRecord   *self,
                                                int             field);

void               koyomi_record_set_int       (KoyomiRecord   *self,
                                                int             field,
                                                gint64          value);
void               koyomi_record_set_real      (KoyomiRecord   *self,
                                                int             field,
                                                double          value);
void               koyomi_record_set_text      (KoyomiRecord   *self,
                                                int             field,
                                                const char     *value);
void               koyomi_record_take_text     (KoyomiRecord   *self,
                                                int             field,
                                                char           *value);

gboolean           koyomi_record_is_changed    (KoyomiRecord   *self,
                                                int             field);
gboolean           koyomi_record_has_changes   (KoyomiRecord   *self);
void               koyomi_record_mark_unchanged (KoyomiRecord  *self);

KoyomiLanguage     koyomi_record_get_language  (KoyomiRecord   *self);
void               koyomi_record_set_language  (KoyomiRecord   *self,
                                                KoyomiLanguage  language);

char              *koyomi_field_format_value   (const KoyomiField *field,
                                                gint64             integer,
                                                double             real,
                                                const char        *text,
                                                KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
char              *koyomi_record_format        (KoyomiRecord      *self,
                                                int                field,
                                                KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
