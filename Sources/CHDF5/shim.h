#include <hdf5.h>
#include <string.h>

/* Names that HDF5 defines as macros over run-time values, which Swift cannot import. They start the library. */
static inline hid_t myelon_h5t_float(void) { return H5T_NATIVE_FLOAT; }
static inline hid_t myelon_h5t_double(void) { return H5T_NATIVE_DOUBLE; }
static inline hid_t myelon_h5t_int8(void) { return H5T_NATIVE_INT8; }
static inline hid_t myelon_h5t_int32(void) { return H5T_NATIVE_INT32; }
static inline hid_t myelon_h5t_int64(void) { return H5T_NATIVE_INT64; }
static inline hid_t myelon_h5t_string(void) { return H5T_C_S1; }
static inline hid_t myelon_h5p_file_access(void) { return H5P_FILE_ACCESS; }
static inline hid_t myelon_h5p_dataset_create(void) { return H5P_DATASET_CREATE; }
static inline hid_t myelon_h5p_default(void) { return H5P_DEFAULT; }
static inline hid_t myelon_h5s_all(void) { return H5S_ALL; }
static inline unsigned myelon_h5f_truncate(void) { return H5F_ACC_TRUNC; }
static inline unsigned myelon_h5f_read_only(void) { return H5F_ACC_RDONLY; }

/* A new type for text of any length in UTF-8, to be closed by the caller; negative on failure. */
static inline hid_t myelon_h5t_make_text(void) {
  hid_t type = H5Tcopy(H5T_C_S1);
  if (type < 0) return type;
  if (H5Tset_size(type, H5T_VARIABLE) < 0 || H5Tset_cset(type, H5T_CSET_UTF8) < 0) {
    H5Tclose(type);
    return -1;
  }
  return type;
}

/* A new type for truth values as h5py stores them, an enumeration of bytes; to be closed by the caller. */
static inline hid_t myelon_h5t_make_boolean(void) {
  const signed char no = 0, yes = 1;
  hid_t type = H5Tenum_create(H5T_NATIVE_INT8);
  if (type < 0) return type;
  if (H5Tenum_insert(type, "FALSE", &no) < 0 || H5Tenum_insert(type, "TRUE", &yes) < 0) {
    H5Tclose(type);
    return -1;
  }
  return type;
}

/* Where the innermost reason of a failure is put. */
struct myelon_h5_reason {
  char text[256];
};

static herr_t myelon_h5_take_reason(unsigned number, const H5E_error2_t *error, void *place) {
  (void)number;
  struct myelon_h5_reason *reason = (struct myelon_h5_reason *)place;
  if (error->desc != NULL) {
    strncpy(reason->text, error->desc, sizeof reason->text - 1);
    reason->text[sizeof reason->text - 1] = 0;
  }
  return 1; /* Only the first, which is the innermost. */
}

/* Fills in the innermost reason of the last failure, or leaves an empty text. */
static inline void myelon_h5_last_reason(struct myelon_h5_reason *reason) {
  reason->text[0] = 0;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, myelon_h5_take_reason, reason);
}
