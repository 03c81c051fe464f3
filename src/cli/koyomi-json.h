#pragma once

#include <json-glib/json-glib.h>
#include "koyomi-session.h"

G_BEGIN_DECLS

void  koyomi_json_add_field  (JsonBuilder        *builder,
                              const KoyomiField  *field,
                              gint64              integer,
                              double              real,
                              const char         *text);
void  koyomi_json_add_record (JsonBuilder        *builder,
                              KoyomiRecord       *record);
void  koyomi_json_add_text   (JsonBuilder        *builder,
                              const char         *name,
                              const char         *value);
void  koyomi_json_add_int    (JsonBuilder        *builder,
                              const char         *name,
                              gint64              value);
void  koyomi_json_add_real   (JsonBuilder        *builder,
                              const char         *name,
                              double              value);
void  koyomi_json_print      (JsonBuilder        *builder);

G_END_DECLS
