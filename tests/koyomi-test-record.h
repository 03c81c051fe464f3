#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* Rows of any table with values that its rules allow, made from the data dictionary. */
void   koyomi_test_record_set_random  (KoyomiRecord  *self,
                                       int            field,
                                       GRand         *random);
void   koyomi_test_record_mend        (KoyomiRecord  *self);
char  *koyomi_test_text_new           (GRand         *random) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
